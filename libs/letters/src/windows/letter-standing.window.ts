import type { CalendarMethod } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';

/** A letter of the outbox, and whether it has gone. */
@ViewEntity({ name: 'letter_standing', synchronize: false })
export class LetterStanding {
  @ViewColumn()
  id: string;

  /** What it is about, said once: `certificate:…`. */
  @ViewColumn()
  dedupeKey: string;

  /** An address. */
  @ViewColumn()
  recipient: string;

  @ViewColumn()
  subject: string;

  @ViewColumn()
  bodyText: string;

  @ViewColumn()
  bodyHtml: string;

  @ViewColumn()
  createdAt: Date;

  @ViewColumn()
  sentAt: Date | null;

  @ViewColumn()
  attempts: number;

  @ViewColumn()
  lastError: string | null;

  /** It could not be sent so far. */
  @ViewColumn()
  failed: boolean;

  /** iCalendar, for the calendar of whoever reads it; null: it brings none, and so are both others. */
  @ViewColumn()
  calendar: string | null;

  @ViewColumn()
  calendarMethod: CalendarMethod | null;

  /** Where its reader finds the same. */
  @ViewColumn()
  calendarUrl: string | null;
}
