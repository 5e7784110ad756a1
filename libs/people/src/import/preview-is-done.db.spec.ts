import { randomUUID } from 'node:crypto';
import type { Sheet } from '@induct/platform';
import { PeopleTrial } from '../../../../test/support/people-trial';
import { Bodies } from '../council/bodies.service';
import { CAPACITIES_OF, CAPACITY_NAMES } from '../council/council.words';
import { Elections } from '../council/elections.service';
import { Memberships } from '../council/memberships.service';
import { Terms } from '../council/terms.service';
import { Applying } from './applying.service';
import type { CouncilNow } from './judging/council-now';
import { CouncilNowQueries } from './council-now.queries';
import { fileRows } from './reading/file-rows';
import type { ImportEffect } from './judging/import-effect';
import type { ColumnMatching } from './reading/import-field';
import { type ImportSettings, judgeImport } from './judging/judge-import';
import { MembershipImports } from './membership-imports.service';

const TODAY = '2026-11-22';
const ROUNDS = 20;
const COLUMNS: ColumnMatching = [
  'name',
  'email',
  'externalId',
  'group',
  'division',
  'electedOn',
  'body',
  'capacity',
  'from',
  'until',
];
const DAYS = ['2017-05-08', '2019-06-01', '2021-05-10', '2024-03-04', '2025-05-19', '2026-11-01', TODAY, '2027-01-01'];

const random = (() => {
  let state = Number(process.env.SEED ?? 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
})();
const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
const chance = (of: number) => random() < of;

let trial: PeopleTrial;
let officer: string;
const bodies: { id: string; name: string; kind: 'committee' | 'group' | 'council' }[] = [];
const elections: string[] = [];
let drawn = 0;

beforeAll(async () => {
  trial = await PeopleTrial.open();
  officer = (await trial.aPerson('officer')).id;
  for (const [name, kind] of [
    ['Northmoor Council', 'council'],
    ['Planning Committee', 'committee'],
    ['Standards Committee', 'committee'],
    ['Green Valleys', 'group'],
    ['Labour', 'group'],
  ] as const)
    bodies.push({ name, kind, id: await trial.parts.get(Bodies).add({ kind, name, from: '2017-05-08', by: null }) });
  for (const heldOn of ['2017-05-04', '2021-05-06', '2025-05-01'])
    elections.push(await trial.parts.get(Elections).hold({ kind: 'ordinary', heldOn, by: null }));
  elections.push(
    await trial.parts.get(Elections).hold({ kind: 'by_election', heldOn: '2024-02-29', division: 'North', by: null }),
  );
});
afterAll(() => trial.close());

/** Some people more, with some of what people have. What cannot be is left out. */
async function growCouncil(): Promise<void> {
  for (let nth = 0; nth < 4; nth += 1) {
    const name = `${one(['Ann', 'Bob', 'Cat', 'Dan'])} ${one(['Lee', 'Smith', 'Llŷr', 'Osei', `Other${++drawn}`])}`;
    const details = { ...(chance(0.3) && { group: 'Independent' }), ...(chance(0.5) && { division: 'North' }) };
    const person = { name, email: `drawn.${++drawn}@northmoor.example`, roles: ['member' as const], ...details };
    const [personId] = await trial.transactions.run((tx) => trial.people.add(tx, [person], null));
    const days = DAYS.slice(0, 6);
    for (let tries = 0; tries < 3; tries += 1) {
      const body = one(bodies);
      const [from, until] = [one(days), one([null, null, ...DAYS])];
      const given = {
        personId: personId!,
        bodyId: body.id,
        capacity: one(CAPACITIES_OF[body.kind]),
        from,
        until,
        by: null,
      };
      await trial.parts
        .get(Memberships)
        .join(given)
        .catch(() => undefined);
    }
    if (chance(0.6)) {
      const given = { personId: personId!, electionId: one(elections), division: one(['North', 'South']), by: null };
      await trial.parts
        .get(Terms)
        .elect(given)
        .catch(() => undefined);
    }
  }
}

function drawFile(council: CouncilNow): { sheet: Sheet; settings: ImportSettings } {
  // By what is drawn and not by ids, so that a seed draws the same again.
  const people = council.people.toSorted((a, b) => (a.email < b.email ? -1 : 1));
  const rows = Array.from({ length: 3 + Math.floor(random() * 15) }, () => {
    const known = chance(0.75) ? one(people) : undefined;
    const name = known?.name ?? `New ${one(['Ann', 'Bob', 'Eve'])}${Math.floor(random() * 4)}x${drawn}`;
    const email = chance(0.2) ? '' : (known?.email ?? `${name.replace(/ /g, '.')}@northmoor.example`);
    const body = one([
      '',
      '',
      ...bodies.map((each) => each.name),
      ...bodies.map((each) => each.name),
      'Planing Comitee',
    ]);
    const capacity = one(['', '', '', '', '', ...Object.values(CAPACITY_NAMES), 'Treasurer']);
    const day = () => (chance(0.7) ? '' : one([...DAYS, '8 May 2017', '31/02/2020']));
    return [
      name,
      email,
      chance(0.03) ? `N${Math.floor(random() * 9)}` : '',
      chance(0.7) ? '' : one(['Labour', 'Green Valleys group', 'Independent', 'Labor']),
      chance(0.7) ? '' : one(['North', 'South']),
      chance(0.7) ? '' : one(['4 May 2017', '2021-05-06', '29/02/2024', '1 January 2020']),
      body,
      capacity,
      day(),
      day(),
    ];
  });
  const sheetRows = [COLUMNS.map(String), ...rows].map((cells, at) => ({ number: at + 1, cells }));
  const bodyId = chance(0.3) ? one(bodies).id : null;
  return {
    sheet: { name: '', rows: sheetRows, more: false, hiddenRows: 0, hiddenColumns: [] },
    settings: { day: one(DAYS), complete: chance(0.3), bodyId },
  };
}

function withoutProblems(rows: Sheet['rows'], council: CouncilNow, settings: ImportSettings): Sheet['rows'] {
  const judged = judgeImport(fileRows({ rows }, 0, COLUMNS), council, settings, TODAY).rows;
  const bad = new Set(judged.flatMap(({ outcome, number }) => (outcome === 'problem' ? [number] : [])));
  return bad.size === 0
    ? rows
    : withoutProblems(
        rows.filter(({ number }) => !bad.has(number)),
        council,
        settings,
      );
}

/** What the effect says, carried out on paper. */
function afterwards(council: CouncilNow, effect: ImportEffect): CouncilNow {
  const changed = new Map(effect.changedDetails.map((details) => [details.id, details]));
  const id = () => randomUUID();
  return {
    ...council,
    people: [
      ...council.people.map((person) => ({ ...person, ...changed.get(person.id) })),
      ...effect.newPeople.map((person) => ({ ...person, isActive: true, isMember: true, isChampion: false })),
    ],
    seats: [
      ...council.seats.filter((seat) => !effect.supersededSeats.includes(seat.id)),
      ...effect.newSeats.map((seat) => ({ id: id(), ...seat })),
    ],
    terms: [
      ...council.terms.filter((term) => !effect.supersededTerms.includes(term.id)),
      ...effect.newTerms.map((term) => ({ id: id(), ...term })),
    ],
  };
}

/** Without ids of rows, and with people by their address. */
function comparable({ people, seats, terms }: CouncilNow) {
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  const sorted = (all: unknown[]) => all.map((each) => JSON.stringify(each)).toSorted();
  return {
    people: sorted(
      people.map(({ name, email, group, district, division, externalId, isActive, isMember }) => [
        name,
        email,
        group,
        district,
        division,
        externalId,
        isActive,
        isMember,
      ]),
    ),
    seats: sorted(
      seats.map(({ personId, bodyId, capacity, from, until }) => [emails.get(personId), bodyId, capacity, from, until]),
    ),
    terms: sorted(
      terms.map(({ personId, electionId, division, from, until }) => [
        emails.get(personId),
        electionId,
        division,
        from,
        until,
      ]),
    ),
  };
}

describe('what a preview shows', () => {
  it('is what is done, on random councils', async () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      await growCouncil();
      const before = await trial.parts.get(CouncilNowQueries).read();
      const { sheet, settings } = drawFile(before);
      // A complete list is applied without problems only.
      if (settings.complete) sheet.rows = withoutProblems(sheet.rows, before, settings);
      const id = await trial.parts
        .get(MembershipImports)
        .take({ fileName: 'random.csv', sheets: [sheet], by: officer });
      await trial.parts.get(MembershipImports).understand(id, { sheet: 0, columns: COLUMNS, ...settings }, officer);
      const shown = await trial.parts.get(MembershipImports).find(id);
      const said = judgeImport(fileRows(sheet, 0, COLUMNS), before, settings, TODAY);
      expect(shown.digest).toBe(said.digest);
      for (const { outcome } of said.rows) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      const accepted = { digest: shown.digest!, leaveOut: true, by: officer };
      expect(await trial.parts.get(Applying).apply(id, accepted)).toBe('applied');
      const after = await trial.parts.get(CouncilNowQueries).read();
      expect(comparable(after)).toEqual(comparable(afterwards(before, said.effect)));
    }
    const usual = ['new_membership', 'new_person', 'problem'];
    expect([...seen.keys()]).toEqual(expect.arrayContaining(usual));
  });
});
