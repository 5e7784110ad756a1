import type { WouldSit } from '@induct/accreditation';
import { type NewRule, onDay, SUBSTITUTES_NAMES } from '@induct/people';
import { britishDate, type Day, daysLater } from '@induct/platform';
import { wouldSitView } from '../../sit/would-sit.view';
import type { BodyRuleRow } from './body.queries';

interface Looked {
  would: WouldSit;
  /** On which it was looked at who may sit. */
  day: Day;
  today: Day;
}

/** What follows when another rule says who stands in, before it is recorded. */
export function ruleFollowsView(
  { from, substitutes }: Pick<NewRule, 'from' | 'substitutes'>,
  rules: readonly BodyRuleRow[],
  { would, day, today }: Looked,
) {
  const before = rules.find((rule) => onDay(rule, from));
  const next = rules.find((rule) => rule.from > from);
  const until = before?.until ?? next?.from;
  return {
    rule: SUBSTITUTES_NAMES[substitutes],
    from: britishDate(from),
    until: until && britishDate(daysLater(until, -1)),
    before: before && SUBSTITUTES_NAMES[before.substitutes],
    isSame: before?.substitutes === substitutes,
    ...wouldSitView(would, { from, day, today, noPlace: SUBSTITUTES_NAMES[substitutes] }),
  };
}
