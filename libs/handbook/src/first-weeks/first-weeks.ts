import { type ElectionKind, takesOffice } from '@induct/people';
import { type Day, daysLater } from '@induct/platform';
import { type Counting, lastDayOf } from './counted';
import type { Anchor } from './first-step.words';

/** An election, as far as days are counted from it. */
export interface ElectionToCount {
  kind: ElectionKind;
  /** The day of the poll. */
  poll: Day;
  /** Null: nobody has said; it is taken to be the day after the poll. */
  declared: Day | null;
  /** As an officer recorded it, of a by-election; null: by the law, or nobody has said. */
  office: Day | null;
}

/** A day that others are counted from. */
export interface AnchorDay {
  on: Day;
  /** Nobody has said so: it is what is usual. */
  isAssumed: boolean;
}

/** From when a time runs, and how long. */
export interface StepRule extends Counting {
  anchor: Anchor;
  /** The law can be read otherwise: it is counted from here, too. */
  otherAnchor: Anchor | null;
}

/** One reading of when something is due. */
export interface Reading extends AnchorDay {
  from: Anchor;
}

export interface CountedStep<Step> {
  step: Step;
  /** The earliest first: by that one, it is done in time on every reading. None: it has no day. */
  due: Reading[];
}

/** The days that others are counted from. Of a by-election the day in office is proposed until an officer has recorded it. */
export function anchorDays({ kind, poll, declared, office }: ElectionToCount): Record<Anchor, AnchorDay> {
  return {
    poll: { on: poll, isAssumed: false },
    declared: { on: declared ?? daysLater(poll, 1), isAssumed: declared === null },
    office: {
      on: (kind === 'by_election' && office) || takesOffice(poll),
      isAssumed: kind === 'by_election' && office === null,
    },
  };
}

/** When each step is due after an election, in the order they are given. @param rule of a step; null: it has no day */
export function firstWeeks<Step>(
  election: ElectionToCount,
  steps: readonly Step[],
  rule: (step: Step) => StepRule | null,
): CountedStep<Step>[] {
  const days = anchorDays(election);
  return steps.map((step) => ({ step, due: readings(days, rule(step)) }));
}

/** Two readings that come to one day are one. */
function readings(days: Record<Anchor, AnchorDay>, rule: StepRule | null): Reading[] {
  if (!rule) return [];
  const anchors = rule.otherAnchor ? [rule.anchor, rule.otherAnchor] : [rule.anchor];
  const found = anchors.map((from) => ({
    from,
    on: lastDayOf(days[from].on, rule),
    isAssumed: days[from].isAssumed,
  }));
  const [first, second] = found.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : Number(a.isAssumed) - Number(b.isAssumed),
  );
  return second && second.on !== first!.on ? [first!, second] : [first!];
}
