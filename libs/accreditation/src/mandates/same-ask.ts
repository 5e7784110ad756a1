import type { MandateEntity } from './mandate.entity';
import type { MandateRule } from './mandate-words';

/** What a mandate asks, of whom, and by when. */
export type Ask = Omit<MandateRule, 'id' | 'from'> &
  Pick<MandateEntity, 'requirementId' | 'schemeId' | 'beforeSitting'>;

/** One that was proposed before, and was neither refused nor ended. */
export type EarlierAsk = Ask & Pick<MandateEntity, 'outcome'>;

/** Whether both ask the same people for the same, to the same last day; the same places on a body in whatever order. */
export const asksTheSame = (one: Ask, other: Ask): boolean =>
  one.who === other.who &&
  one.role === other.role &&
  one.bodyId === other.bodyId &&
  one.personId === other.personId &&
  one.capacities.toSorted().join() === other.capacities.toSorted().join() &&
  one.requirementId === other.requirementId &&
  one.schemeId === other.schemeId &&
  one.until === other.until;

const byTheSameDay = (one: Ask, other: Ask): boolean =>
  one.anchor === other.anchor &&
  one.fixedOn === other.fixedOn &&
  one.count === other.count &&
  (one.unit === other.unit || one.count === 0) &&
  one.beforeSitting === other.beforeSitting &&
  one.anew === other.anew;

/**
 * What makes a proposal one too many: while another waits that asks the same, whatever its day, nobody could say which of the two is
 * meant; and of what is in force people would be asked, and written to, twice. Another day beside one in force is another mandate.
 * @param before the oldest first
 */
export const sameBefore = <One extends EarlierAsk>(proposed: Ask, before: readonly One[]): One | undefined =>
  before.find((one) => asksTheSame(one, proposed) && (one.outcome === null || byTheSameDay(one, proposed)));
