/** What a first step is made of, in the words of its table columns, and how pages say them. */

/** When somebody meets it, in this order. */
export const STAGES = ['before', 'standing', 'first_day', 'first_week', 'first_month'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Record<Stage, string> = {
  before: 'Before nominations close',
  standing: 'While you stand',
  first_day: 'Your first day',
  first_week: 'Your first week',
  first_month: 'Your first month',
};

/** Those of whoever was elected. */
export const ELECTED_STAGES = ['first_day', 'first_week', 'first_month'] as const satisfies readonly Stage[];

/** The day that a time is counted from. */
export const ANCHORS = ['poll', 'declared', 'office'] as const;
export type Anchor = (typeof ANCHORS)[number];

export const ANCHOR_NAMES: Record<Anchor, string> = {
  poll: 'the day of the poll',
  declared: 'the day the result was declared',
  office: 'the day of coming into office',
};

export const COUNT_UNITS = ['days', 'months'] as const;
export type CountUnit = (typeof COUNT_UNITS)[number];

/** What becomes of a last day on which offices are closed. */
export const CLOSED_DAYS = ['stay', 'sundays', 'weekends'] as const;
export type ClosedDays = (typeof CLOSED_DAYS)[number];

export const CLOSED_DAYS_NAMES: Record<ClosedDays, string> = {
  stay: 'Stays the last day, whatever day it is',
  sundays: 'Moves past Sundays and bank holidays (Local Government Act 1972, section 243)',
  weekends: 'Moves past Saturdays, Sundays and bank holidays (Representation of the People Act 1983, section 119)',
};
