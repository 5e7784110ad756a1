import type { Capacity, Role } from '@induct/people';
import type { Day } from '@induct/platform';

/** Who has to meet it: everybody with a role, a seat on a body, in a political group, or one person. */
const MANDATE_WHO = ['role', 'body', 'group', 'person'] as const;
export type MandateWho = (typeof MANDATE_WHO)[number];

/** What the time is counted from: the poll, taking office, the first day on the seat, or a day that was fixed. */
export const ANCHORS = ['election', 'takes_office', 'appointment', 'fixed'] as const;
export type Anchor = (typeof ANCHORS)[number];

export const UNITS = ['day', 'month'] as const;
export type Unit = (typeof UNITS)[number];

/** Whom a mandate is about, and by when it is to be met: what the rules need of it. */
export interface MandateRule {
  id: string;
  who: MandateWho;
  /** Of `role`. */
  role: Role | null;
  /** Of `body` and `group`. */
  bodyId: string | null;
  /** Of `body`; none: any. */
  capacities: readonly Capacity[];
  /** Of `person`. */
  personId: string | null;
  anchor: Anchor;
  /** Of `fixed`. */
  fixedOn: Day | null;
  /** How many days or months after the anchor. */
  count: number;
  unit: Unit;
  /** What was met before the day since which it is asked does not count. */
  anew: boolean;
  /** The days on which it asks; `until` is no longer one of them. */
  from: Day;
  until: Day | null;
}
