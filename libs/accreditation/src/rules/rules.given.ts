import { daysLater } from '@induct/platform';
import fc from 'fast-check';
import type { Rule } from './rule';
import type { Held, Shown } from './standing';

/** Few enough that rules and evidence often meet. */
const REQUIREMENTS = ['a', 'b', 'c', 'd'] as const;
const START = '2026-03-20';
/** Days that are tried, over the change to summer time. */
export const DAYS = Array.from({ length: 30 }, (_, nth) => daysLater(START, nth));

const requirement = fc.constantFrom(...REQUIREMENTS);
const dayWithin = fc.integer({ min: 2, max: 27 }).map((nth) => DAYS[nth]!);

/** A rule of any shape, empty branches among them. */
export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; parts: Rule[] }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    requirement.map((need) => ({ need })),
    fc.constant({ core: true as const }),
    tie('parts').map((all) => ({ all })),
    tie('parts').map((any) => ({ any })),
    fc.record({ n: fc.integer({ min: 1, max: 3 }), of: tie('parts') }),
  ),
  parts: fc.array(tie('rule'), { maxLength: 3 }),
})).rule;

export const anyEvidence: fc.Arbitrary<Shown> = fc
  .record({ id: fc.uuid(), requirement, metOn: dayWithin, lasts: fc.option(fc.integer({ min: 0, max: 9 })) })
  .map(({ lasts, ...shown }) => ({ ...shown, validUntil: lasts === null ? null : daysLater(shown.metOn, lasts) }));

export const anyHeld: fc.Arbitrary<Held> = fc.record({
  evidence: fc.uniqueArray(anyEvidence, { maxLength: 8, selector: ({ id }) => id }),
  core: fc.uniqueArray(requirement),
});
