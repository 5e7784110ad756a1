import { ViewColumn, ViewEntity } from 'typeorm';

/** A term of office as it was recorded, at whatever time: `asRecorded` and `onDay` say which rows count. */
@ViewEntity({ name: 'term_standing', synchronize: false })
export class TermStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  electionId: string;

  @ViewColumn()
  division: string;

  /** `[2017-05-08,2021-05-10)`, London days. */
  @ViewColumn()
  during: string;

  /** The first day of `during`. */
  @ViewColumn()
  takesOfficeOn: string;

  @ViewColumn()
  recordedAt: Date;

  /** Null: Induct itself. */
  @ViewColumn()
  recordedBy: string | null;

  /** The row that this one corrects. */
  @ViewColumn()
  replaces: string | null;

  /** Null: this is what is said today. */
  @ViewColumn()
  supersededAt: Date | null;

  @ViewColumn()
  supersededBy: string | null;

  /** Why it was superseded, in words. */
  @ViewColumn()
  reason: string | null;
}
