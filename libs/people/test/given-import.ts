import { contentOf } from '../src/import/reading/choice';
import type { CouncilNow, KnownBody, KnownPerson, KnownSeat } from '../src/import/judging/council-now';
import type { FileRow } from '../src/import/reading/file-rows';
import { type ImportSettings, judgeImport } from '../src/import/judging/judge-import';

export const TODAY = '2026-11-28';
export const usual: ImportSettings = { day: TODAY, complete: false, bodyId: null };

export const person = (id: string, name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name,
  email: `${id}@northmoor.example`,
  externalId: null,
  group: null,
  district: null,
  division: null,
  isActive: true,
  isMember: true,
  isChampion: false,
  ...more,
});
export const body = (id: string, name: string, more: Partial<KnownBody> = {}): KnownBody => ({
  id,
  name,
  kind: 'committee',
  nameCy: null,
  externalId: null,
  from: '2009-05-01',
  until: null,
  ...more,
});
export const seat = (id: string, personId: string, bodyId: string, more: Partial<KnownSeat> = {}): KnownSeat => ({
  id,
  personId,
  bodyId,
  capacity: 'member',
  from: '2025-05-19',
  until: null,
  ...more,
});

export const council: CouncilNow = {
  people: [
    person('amara', 'Amara Whitfield', { group: 'Green Valleys', division: 'North', externalId: '101' }),
    person('sian', 'Siân Llŷr'),
    person('ann1', 'Ann Smith'),
    person('ann2', 'Ann Smith'),
    person('gone', 'Gus Gone', { isActive: false }),
  ],
  bodies: [
    body('council', 'Northmoor Council', { kind: 'council' }),
    body('planning', 'Planning Committee', { nameCy: 'Pwyllgor Cynllunio', externalId: 'PC' }),
    body('standards', 'Standards Committee'),
    body('green', 'Green Valleys', { kind: 'group' }),
    body('labour', 'Labour', { kind: 'group' }),
    body('old', 'Highways Committee', { until: '2020-05-01' }),
  ],
  seats: [seat('s1', 'amara', 'planning'), seat('s2', 'amara', 'green'), seat('s3', 'sian', 'standards')],
  terms: [
    { id: 't1', personId: 'amara', electionId: 'e2017', division: 'North', from: '2017-05-08', until: null },
    { id: 't2', personId: 'sian', electionId: 'e2017', division: 'South', from: '2017-05-08', until: '2021-05-10' },
  ],
  elections: [
    { id: 'e2017', kind: 'ordinary', heldOn: '2017-05-04', division: null },
    { id: 'e2025', kind: 'ordinary', heldOn: '2025-05-01', division: null },
    { id: 'by2024', kind: 'by_election', heldOn: '2024-02-29', division: 'Harbour' },
  ],
};

export type Values = FileRow['values'];
export const judged = (rows: Values[], settings: Partial<ImportSettings> = {}, what = council) =>
  judgeImport(
    rows.map((values, at) => ({ number: at + 2, values })),
    what,
    { ...usual, ...settings },
    TODAY,
  );
/** As `judged`, with what an officer has said of the first row. */
export const chosen = (row: Values, meant: { personId?: string; email?: string }, others: Values[] = []) => {
  const rows = [row, ...others].map((values, at) => ({ number: at + 2, values }));
  const by = { byName: 'Olive Officer', at: new Date('2026-11-28T09:00:00Z') };
  const choice = { personId: meant.personId ?? null, email: meant.email ?? null, ...by };
  return judgeImport(rows, council, usual, TODAY, new Map([[contentOf(rows[0]!), choice]]));
};
export const one = (values: Values, settings = {}) => judged([values], settings).rows[0]!;
export const said = (values: Values) => one(values).says.join(' ');
