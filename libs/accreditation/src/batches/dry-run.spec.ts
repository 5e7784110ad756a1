import fc from 'fast-check';
import {
  type BatchCandidate,
  digestOf,
  type DryRow,
  dryRow,
  type DryRunFacts,
  missingSentence,
  movedBetween,
} from './dry-run';

const TITLES = new Map(['Planning', 'Finance', 'Audit', 'Data', 'Safety', 'Conduct'].map((title) => [title, title]));
const FACTS: DryRunFacts = {
  rule: { core: true },
  terms: { validityMonths: 48, renewalOpensMonths: 6, graceDays: 0 },
  core: ['Planning', 'Finance'],
  titles: TITLES,
  evidence: new Map([
    ['has-all', shown('Planning', 'Finance')],
    ['has-one', shown('Planning')],
  ]),
  untilDay: '2026-11-22',
  madeBy: 'officer',
};

function shown(...requirements: string[]) {
  return requirements.map((requirement) => ({
    id: requirement,
    requirement,
    metOn: '2026-11-01',
    validUntil: null,
    isAward: false,
  }));
}
const lastUntil = (validUntil: string, awardedOn: string) => ({ period: 1, validUntil, awardedOn });
const somebody = (given: Partial<BatchCandidate>): BatchCandidate => ({
  personId: 'nobody',
  name: 'Ann',
  awardedOn: null,
  number: null,
  state: null,
  suspendedUnder: null,
  lostWith: null,
  last: null,
  ...given,
});

describe('a dry run', () => {
  it.each<[Partial<BatchCandidate>, string, string]>([
    [{ awardedOn: '2026-11-01' }, 'issue', 'Met on 1 November 2026, and no certificate yet'],
    [{ awardedOn: '2026-11-23' }, 'not_met', 'Was met on 23 November 2026, after the last day'],
    [{ awardedOn: '2026-11-01', number: 'N1', state: 'issued' }, 'has_one', 'Has N1'],
    [{ awardedOn: '2026-11-01', number: 'N1', state: 'suspended' }, 'has_one', 'Has N1, which is suspended'],
    [{ awardedOn: '2026-11-01', number: 'N1', state: 'revoked' }, 'revoked', 'N1 was revoked'],
    [{ awardedOn: '2026-11-01', suspendedUnder: 'N0' }, 'not_met', 'Rests on N0, which is suspended'],
    [{ lostWith: 'N0' }, 'not_met', 'Rested on N0, which was revoked. Missing: Planning; Finance'],
    [{ lostWith: '' }, 'not_met', 'Evidence that it rested on was withdrawn. Missing: Planning; Finance'],
    [{ personId: 'has-all', lostWith: 'N0' }, 'issue', 'Has shown everything that is asked for'],
    [{ personId: 'has-all' }, 'issue', 'Has shown everything that is asked for'],
    [{ personId: 'has-one' }, 'not_met', 'Missing: Finance'],
    [
      { personId: 'has-all', last: lastUntil('2026-11-10', '2022-11-10') },
      'issue',
      'Has shown everything that is asked for',
    ],
    [
      { personId: 'has-all', last: lastUntil('2026-11-10', '2026-11-01') },
      'not_met',
      'Ran out on 10 November 2026. Missing: Planning; Finance',
    ],
    [{}, 'not_met', 'Missing: Planning; Finance'],
    [{ personId: 'officer', awardedOn: '2026-11-01' }, 'own', 'Another officer issues it: nobody does to themselves'],
    [{ personId: 'officer', awardedOn: '2026-11-01', number: 'N1', state: 'issued' }, 'has_one', 'Has N1'],
  ])('of %j says %s: %s', (given, outcome, detail) => {
    expect(dryRow(somebody(given), FACTS)).toMatchObject({ outcome, detail });
  });

  it('counts what was shown up to the last day, and not after it', () => {
    expect(dryRow(somebody({ personId: 'has-all' }), { ...FACTS, untilDay: '2026-10-31' }).outcome).toBe('not_met');
  });

  it('names a few of what is missing, and of how many', () => {
    const need = (title: string) => ({ need: title });
    const all = [...TITLES.keys()].map(need);
    expect(missingSentence({ n: 6, of: all }, TITLES)).toBe('Missing: Planning; Finance; Audit; Data; and 2 more');
    const [one, two] = [all.slice(0, 2), all.slice(0, 3)];
    expect(missingSentence({ n: 1, of: one }, TITLES)).toBe('One of these is missing: Planning; Finance');
    expect(missingSentence({ n: 2, of: two }, TITLES)).toBe('2 of these are missing: Planning; Finance; Audit');
    expect(missingSentence({ n: 2, of: [need([...TITLES.keys()][3]!), { n: 1, of: one }] }, TITLES)).toBe(
      'Missing: Data; (one of these: Planning; Finance)',
    );
    expect(missingSentence({ n: 0, of: [] }, TITLES)).toContain('asks for nothing');
  });
});

const aRow = fc.record({
  personId: fc.integer({ min: 1, max: 6 }).map(String),
  name: fc.constantFrom('Ann', 'Ben'),
  outcome: fc.constantFrom('issue' as const, 'has_one' as const, 'not_met' as const),
  detail: fc.constantFrom('a', 'b'),
});
const rows = fc.uniqueArray(aRow, { selector: ({ personId }) => personId, maxLength: 6 });
const options = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

describe('the digest of a dry run', () => {
  it('is the same whatever the order, and another exactly when somebody moved', () => {
    fc.assert(
      fc.property(rows, rows, (before: DryRow[], now: DryRow[]) => {
        expect(digestOf('v', before)).toBe(digestOf('v', before.toReversed()));
        const moved = movedBetween(before, now);
        expect(moved.length > 0).toBe(digestOf('v', before) !== digestOf('v', now));
        expect(movedBetween(before, before)).toEqual([]);
      }),
      options,
    );
    expect(digestOf('v', [])).not.toBe(digestOf('w', []));
  });

  it('tells who moved, from what to what', () => {
    const ann = { personId: '1', name: 'Ann', outcome: 'issue', detail: 'Met' } as const;
    expect(movedBetween([ann], [{ ...ann, name: 'Anna' }])).toEqual([{ name: 'Anna', before: 'Ann: Met', now: 'Met' }]);
    expect(movedBetween([ann], [])).toEqual([{ name: 'Ann', before: 'Met', now: 'Not among them' }]);
    expect(movedBetween([], [ann])).toEqual([{ name: 'Ann', before: 'Not among them', now: 'Met' }]);
  });
});
