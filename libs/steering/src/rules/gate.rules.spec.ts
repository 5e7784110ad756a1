import fc from 'fast-check';
import { RandomHistory } from '../../test/random-history';
import type { Try } from '../../test/try';
import { SEVERITIES } from './finding';
import { blocks, gateAnswer, passed, versionState } from './gate.rules';

const testers = ['ada', 'ben', 'cat'];
const people = [...testers, 'olive', 'adam'];
const nth = fc.nat({ max: 5 });
const who = fc.constantFrom(...people);
const tester = fc.constantFrom(...testers);
const anySeverity = fc.constantFrom(...SEVERITIES);
const deals = ['answer', 'mark_fixed', 'will_not_fix', 'confirm', 'reopen', 'change_severity', 'withdraw'] as const;

/** Weighted so that many histories get as far as publishing. */
const attempt: fc.Arbitrary<Try> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('upload' as const), bytes: fc.nat({ max: 2 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      version: nth,
      testers: fc.oneof(fc.constant<string[]>([...testers]), fc.uniqueArray(tester, { maxLength: 3 })),
      quorum: fc.constantFrom(0, 1, 2, 2, 2, 3),
      by: who,
      days: fc.integer({ min: -1, max: 9 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      round: nth,
      by: fc.oneof({ weight: 2, arbitrary: tester }, { weight: 1, arbitrary: who }),
      decision: fc.constantFrom('signed_off' as const, 'signed_off' as const, 'refused' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), round: nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.nat({ max: 5 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('raise' as const), round: nth, by: who, severity: anySeverity }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('deal' as const),
      finding: nth,
      by: who,
      act: fc.constantFrom(...deals),
      severity: anySeverity,
      version: nth,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('propose' as const), version: nth, by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('confirm' as const), by: who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('publish' as const), version: nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
);
const history = fc.array(attempt, { minLength: 10, maxLength: 120, size: 'max' });

/** Lives through a history and looks at the course after every act. */
function each(look: (course: RandomHistory, what: Try, before: number) => void) {
  return fc.property(history, (attempts) => {
    const course = new RandomHistory();
    course.do({ do: 'upload', bytes: 1 });
    for (const what of attempts) {
      const before = course.publications.length;
      course.do(what);
      look(course, what, before);
    }
  });
}

/** Every publication that the rules let through, with what was the case at that moment. */
function publicationsOf(runs: number) {
  const made: { good: number; needed: number; isOfVersion: boolean; blocked: number }[] = [];
  const overrides: { proposedBy: string; confirmedBy?: string | undefined }[] = [];
  fc.assert(
    each((course, _what, before) => {
      for (const { version, round, override } of course.publications.slice(before)) {
        if (override) overrides.push(override);
        if (!round) continue;
        const good = [...round.said].filter(
          ([person, { decision, packageSha256 }]) =>
            round.people.includes(person) && decision === 'signed_off' && packageSha256.equals(version.packageSha256),
        ).length;
        const blocked = course.findings.filter((f) => f.severity === 'blocking' && f.settledAt === null).length;
        const isOfVersion = round.version === version && round.state === 'closed';
        made.push({ good, needed: Math.max(1, round.quorum), isOfVersion, blocked });
      }
    }),
    { numRuns: runs },
  );
  return { made, overrides };
}

/** What is wrong with a course after each act of many histories; nothing, it is hoped. */
function faultsOf(runs: number, look: (course: RandomHistory) => readonly string[]): string[] {
  const faults: string[] = [];
  fc.assert(
    each((course) => void faults.push(...look(course))),
    { numRuns: runs },
  );
  return faults;
}

describe('the gate, whatever people try', () => {
  it('publishes nothing but what a quorum of testers signed off, byte by byte, or two people let through', () => {
    const { made, overrides } = publicationsOf(1000);
    expect(made.filter(({ good, needed }) => good < needed)).toEqual([]);
    expect(made.filter(({ isOfVersion, blocked }) => !isOfVersion || blocked > 0)).toEqual([]);
    expect(overrides.filter((o) => o.confirmedBy === undefined || o.confirmedBy === o.proposedBy)).toEqual([]);
    // Histories that never get there would prove nothing. About 195 publications and 580 overrides are usual.
    expect(made.length).toBeGreaterThan(50);
    expect(overrides.length).toBeGreaterThan(50);
  });

  it('shows members one version at most, the one published last', () => {
    const faults = faultsOf(100, ({ versions, publications }) => {
      const shown = versions.filter(({ state }) => state === 'published');
      const isLast = shown.every((version) => version === publications.at(-1)?.version);
      return shown.length <= 1 && isLast ? [] : shown.map(({ id }) => id);
    });
    expect(faults).toEqual([]);
  });

  it('calls approved exactly what may be published and was not seen by members since it was tested', () => {
    const faults = faultsOf(200, (course) =>
      course.versions
        .map((version) => ({ state: version.state, open: course.gate(version).open }))
        .filter(({ state, open }) => (state === 'approved' ? !open : open && state !== 'retired'))
        .map(({ state, open }) => `${state} ${open}`),
    );
    expect(faults).toEqual([]);
  });

  it('settles a blocking finding by testers only', () => {
    const faults = faultsOf(100, ({ findings }) =>
      findings
        .filter(({ severity, settledBy }) => severity === 'blocking' && settledBy !== null)
        .flatMap(({ settledBy }) => (testers.includes(settledBy!) ? [] : [settledBy!])),
    );
    expect(faults).toEqual([]);
  });

  it('says why, with a page that mends it, whenever it refuses', () => {
    const faults = faultsOf(50, (course) =>
      course.versions
        .map((version) => course.gate(version))
        .filter(({ open, refusals }) => refusals.length > 0 === open || !refusals.every(isMendable))
        .map((answer) => JSON.stringify(answer)),
    );
    expect(faults).toEqual([]);
  });
});

const isMendable = ({ words, href }: { words: string; href: string }): boolean =>
  words.endsWith('.') && /^\/(admin\/modules|testing)\//.test(href);

describe('the gate', () => {
  const bytes = Buffer.from([1]);
  const version = { id: 'v', number: 2, state: 'draft' as const, packageSha256: bytes };
  const round = {
    id: 'r',
    number: 3,
    state: 'closed' as const,
    quorum: 2,
    deadline: new Date('2026-12-01T12:00:00Z'),
    packageSha256: bytes,
    signOffs: [
      { decision: 'signed_off' as const, packageSha256: bytes },
      { decision: 'signed_off' as const, packageSha256: bytes },
      { decision: 'refused' as const, packageSha256: bytes },
    ],
    testers: 3,
  };
  const finding = { id: 'f', number: 7, foundIn: 1, fixedIn: null, settled: false };
  const codes = (...given: Parameters<typeof gateAnswer>) => gateAnswer(...given).refusals.map(({ code }) => code);

  it('opens for a version whose last round closed with its quorum', () => {
    expect(codes('golf', version, round, [])).toEqual([]);
    expect(versionState(version, round, [])).toBe('approved');
  });

  it('counts only sign-offs of the very bytes', () => {
    const other = { ...version, packageSha256: Buffer.from([2]) };
    expect(passed(round, other)).toBe(false);
    expect(codes('golf', other, round, [])).toEqual(['no_quorum']);
  });

  it('names every reason', () => {
    expect(codes('golf', version, undefined, [finding])).toEqual(['no_round', 'blocking_finding']);
    expect(codes('golf', version, { ...round, state: 'open' }, [])).toEqual(['round_open']);
    expect(codes('golf', { ...version, state: 'published' }, round, [])).toEqual(['published']);
    expect(gateAnswer('golf', version, { ...round, quorum: 3 }, []).refusals).toEqual([
      {
        code: 'no_quorum',
        words: 'Round 3 closed without its quorum: 2 of 3 needed sign-offs.',
        href: '/admin/modules/golf/versions/2/round',
      },
    ]);
  });

  it('keeps a version back whose blocking finding was fixed in a newer one', () => {
    const fixed = { foundIn: 2, fixedIn: 4, settled: true };
    expect([1, 2, 3, 4, 5].map((number) => blocks(fixed, number))).toEqual([false, true, true, false, false]);
    expect(blocks({ ...fixed, settled: false }, 5)).toBe(true);
    expect(versionState(version, round, [{ ...finding, ...fixed }])).toBe('in_testing');
  });
});
