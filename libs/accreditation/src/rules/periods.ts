import { type Day, daysLater } from '@induct/platform';
import type { Rule } from './rule';
import { type Held, standing } from './standing';

/** Days from one to another; the second is no longer in it. Null: without end. */
export interface Span {
  from: Day;
  before: Day | null;
}

/** The days on which a rule is met, the earliest first. It is asked of the days only on which something can change. */
export function periods(rule: Rule, held: Held): Span[] {
  const spans: Span[] = [];
  for (const day of turns(held)) {
    const { met } = standing(rule, held, day);
    const last = spans.at(-1);
    if (met && last?.before !== null) spans.push({ from: day, before: null });
    else if (!met && last?.before === null) last.before = day;
  }
  return spans;
}

/** Before the first of them there is no evidence, so nothing is met. */
function turns({ evidence }: Held): Day[] {
  const days = evidence.flatMap(({ metOn, validUntil }) =>
    validUntil === null ? [metOn] : [metOn, daysLater(validUntil, 1)],
  );
  return [...new Set(days)].toSorted();
}
