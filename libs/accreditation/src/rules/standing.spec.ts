import { type Day, daysLater } from '@induct/platform';
import fc from 'fast-check';
import { periods } from './periods';
import { partsOf, type Rule } from './rule';
import { type Held, type Missing, type Shown, standing } from './standing';

/** Few enough that rules and evidence often meet. */
const REQUIREMENTS = ['a', 'b', 'c', 'd'] as const;
const START = '2026-03-20';
/** Days that are tried, over the change to summer time. */
const DAYS = Array.from({ length: 30 }, (_, nth) => daysLater(START, nth));

const anyRequirement = fc.constantFrom(...REQUIREMENTS);
const dayWithin = fc.integer({ min: 2, max: 27 }).map((nth) => DAYS[nth]!);

/** A rule of any shape, empty branches among them. */
const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; parts: Rule[] }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyRequirement.map((need) => ({ need })),
    anyRequirement.map((award) => ({ award })),
    fc.constant({ core: true as const }),
    tie('parts').map((all) => ({ all })),
    tie('parts').map((path) => ({ path })),
    tie('parts').map((any) => ({ any })),
    fc.record({ n: fc.integer({ min: 1, max: 3 }), of: tie('parts') }),
  ),
  parts: fc.array(tie('rule'), { maxLength: 3 }),
})).rule;

const anyEvidence: fc.Arbitrary<Shown> = fc
  .record({
    id: fc.uuid(),
    requirement: anyRequirement,
    metOn: dayWithin,
    lasts: fc.option(fc.integer({ min: 0, max: 9 })),
  })
  .map(({ lasts, ...shown }) => ({ ...shown, validUntil: lasts === null ? null : daysLater(shown.metOn, lasts) }));

const anyHeld: fc.Arbitrary<Held> = fc.record({
  evidence: fc.uniqueArray(anyEvidence, { maxLength: 8, selector: ({ id }) => id }),
  core: fc.uniqueArray(anyRequirement),
});

const DAY = '2026-11-22';
const shown = (requirement: string, more: Partial<Shown> = {}): Shown => ({
  id: requirement,
  requirement,
  metOn: DAY,
  validUntil: null,
  ...more,
});
const held = (...evidence: Shown[]): Held => ({ evidence, core: ['a', 'b'] });
const anyDay = fc.constantFrom(...DAYS);

/** The rule as logic, said in another way: over sets of requirements. */
function isMet(rule: Rule, { evidence, core }: Held, day: Day): boolean {
  const good = new Set(
    evidence
      .filter(({ metOn, validUntil }) => metOn <= day && (validUntil ?? '9999-12-31') >= day)
      .map(({ requirement }) => requirement),
  );
  if ('need' in rule) return good.has(rule.need);
  if ('award' in rule) return good.has(rule.award);
  if ('core' in rule) return core.length > 0 && core.every((requirement) => good.has(requirement));
  const parts = partsOf(rule);
  const met = parts.filter((part) => isMet(part, { evidence, core }, day)).length;
  if ('all' in rule || 'path' in rule) return parts.length > 0 && met === parts.length;
  return met >= ('n' in rule ? rule.n : 1);
}

/** What was missing is brought, each need once. */
function brought(missing: Missing, day: Day): Shown[] {
  if (!('n' in missing)) {
    const wanted = 'need' in missing ? missing.need : missing.award;
    return [shown(wanted, { id: `brought ${wanted}`, metOn: day })];
  }
  return missing.of.slice(0, missing.n).flatMap((part) => brought(part, day));
}

describe('where somebody stands', () => {
  it('is that core skills are met when every one is, by evidence in the order of the requirements', () => {
    expect(standing({ core: true }, held(shown('b'), shown('x'), shown('a')), DAY)).toEqual({
      met: true,
      by: [shown('a'), shown('b')],
    });
  });

  it('says what is missing, and of a number of parts how many', () => {
    expect(standing({ core: true }, held(shown('a')), DAY)).toEqual({
      met: false,
      missing: { n: 1, of: [{ need: 'b' }] },
    });
    const rule = { n: 2, of: [{ need: 'a' }, { need: 'x' }, { all: [{ need: 'a' }, { need: 'y' }] }] };
    expect(standing(rule, held(shown('a')), DAY)).toEqual({
      met: false,
      missing: { n: 1, of: [{ need: 'x' }, { n: 1, of: [{ need: 'y' }] }] },
    });
  });

  it('is never that nothing was met: an empty rule is met by nobody', () => {
    const nothing = { evidence: [shown('a')], core: [] };
    for (const rule of [{ core: true as const }, { all: [] }, { any: [] }, { n: 1, of: [] }]) {
      expect(standing(rule, nothing, DAY).met).toBe(false);
    }
  });

  it('counts evidence from its day to the end of its last', () => {
    const one = held(shown('a', { validUntil: daysLater(DAY, 2) }));
    const met = [-1, 0, 2, 3].map((days) => standing({ need: 'a' }, one, daysLater(DAY, days)).met);
    expect(met).toEqual([false, true, true, false]);
  });

  it('rests on the oldest evidence that counts', () => {
    const [old, older] = [shown('a', { id: '1', metOn: '2026-11-02' }), shown('a', { id: '2', metOn: '2026-11-01' })];
    expect(standing({ need: 'a' }, held(old, older), DAY)).toEqual({ met: true, by: [older] });
  });

  it('is what the same rule says over sets', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, anyDay, (rule, has, day) => {
        expect(standing(rule, has, day).met).toBe(isMet(rule, has, day));
      }),
    );
  });

  it('does not hang on the order of the evidence', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, anyDay, (rule, has, day) => {
        const turned = { ...has, evidence: has.evidence.toReversed() };
        expect(standing(rule, turned, day)).toEqual(standing(rule, has, day));
      }),
    );
  });

  it('never gets worse by more evidence', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, anyEvidence, anyDay, (rule, has, more, day) => {
        const before = standing(rule, has, day).met;
        expect(before && !standing(rule, { ...has, evidence: [...has.evidence, more] }, day).met).toBe(false);
      }),
    );
  });

  it('says of what is missing nothing that would not help, where anything can', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, anyDay, (rule, has, day) => {
        const now = standing(rule, has, day);
        if (now.met || !canBeMet(rule, has.core)) return;
        const then = { ...has, evidence: [...has.evidence, ...brought(now.missing, day)] };
        expect(standing(rule, then, day).met).toBe(true);
      }),
    );
  });

  it('rests on nothing that does not count, and on enough', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, anyDay, (rule, has, day) => {
        const now = standing(rule, has, day);
        if (!now.met) return;
        expect(has.evidence).toEqual(expect.arrayContaining(now.by));
        expect(standing(rule, { ...has, evidence: now.by }, day).met).toBe(true);
      }),
    );
  });
});

/** No part of it asks for nothing, or for more parts than there are. */
function canBeMet(rule: Rule, core: readonly string[]): boolean {
  if ('need' in rule || 'award' in rule) return true;
  if ('core' in rule) return core.length > 0;
  const parts = partsOf(rule);
  return parts.length >= ('n' in rule ? rule.n : 1) && parts.length > 0 && parts.every((part) => canBeMet(part, core));
}

describe('the days on which a rule is met', () => {
  const first = { id: '1', requirement: 'a', metOn: '2026-03-01', validUntil: '2026-03-29' };

  it('are one span when evidence follows without a day between', () => {
    const next = { id: '2', requirement: 'a', metOn: '2026-03-30', validUntil: null };
    expect(periods({ need: 'a' }, { evidence: [next, first], core: [] })).toEqual([
      { from: '2026-03-01', before: null },
    ]);
    const late = { ...next, metOn: '2026-03-31' };
    expect(periods({ need: 'a' }, { evidence: [late, first], core: [] })).toEqual([
      { from: '2026-03-01', before: '2026-03-30' },
      { from: '2026-03-31', before: null },
    ]);
  });

  it('are those on which it is found to be met, asked day by day', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, (rule, has) => {
        const spans = periods(rule, has);
        const within = DAYS.filter((day) =>
          spans.some(({ from, before }) => from! <= day && (before === null || day < before)),
        );
        expect(within).toEqual(DAYS.filter((day) => standing(rule, has, day).met));
      }),
      { numRuns: 400 },
    );
  });

  it('do not hang on the order of the evidence, and never touch', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, (rule, has) => {
        const spans = periods(rule, has);
        expect(periods(rule, { ...has, evidence: has.evidence.toReversed() })).toEqual(spans);
        for (const [nth, { from }] of spans.slice(1).entries()) expect(from! > spans[nth]!.before!).toBe(true);
      }),
    );
  });
});
