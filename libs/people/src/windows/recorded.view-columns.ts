import { ViewColumn } from 'typeorm';

/** What others see of how something of the council was recorded. */
export abstract class RecordedView {
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
