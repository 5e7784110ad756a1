import type { Day } from '@induct/platform';
import type { FixedDateEntity } from '../programme/fixed-date.entity';
import type { Times } from '../times/read-times';

/** What is planned of one session for one day. */
export interface PlannedDay {
  /** Null: a date that is kept free. */
  title: string | null;
  /** Null: it is to be confirmed. */
  on: Day | null;
  times: Times[];
}

/** An event that there is. */
export interface KnownEvent {
  id: string;
  title: string;
  series: string | null;
  seriesOrder: number | null;
  sessionsPromised: number | null;
  /** The first day of each of its sessions that has one. */
  days: Day[];
}

/** What a programme is held against. */
export interface CalendarNow {
  today: Day;
  /** How many members are in office. */
  members: number;
  /** On the days of the rows, and without a day. What was cancelled is none. */
  planned: readonly PlannedDay[];
  events: readonly KnownEvent[];
  /** With all polls of the year that begins with the first row. */
  fixed: readonly Pick<FixedDateEntity, 'on' | 'kind' | 'title'>[];
  bodies: readonly { id: string; name: string }[];
  topics: readonly Topic[];
}

/** What whoever was there has shown, as the council calls it. */
export interface Topic {
  slug: string;
  title: string;
}
