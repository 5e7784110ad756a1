import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';

/** A topic that somebody has shown by being at every part of a session that names it, as the register has it now. */
@ViewEntity({ name: 'attended_standing', synchronize: false })
export class AttendedStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  sessionId: string;

  @ViewColumn()
  personId: string;

  /** The slug of a requirement. */
  @ViewColumn()
  topic: string;

  /** `2026-12-01`, as text in SQL. */
  @ViewColumn()
  metOn: Day;

  @ViewColumn()
  recordedAt: Date;

  /** Those that name it, by number, and how long each was planned to be; none of which nobody knows when it ended. */
  @ViewColumn()
  parts: { part: number; seconds: number }[];
}
