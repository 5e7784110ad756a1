import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a guest was asked about a session, and whether they have answered. What they said stands elsewhere, and nothing joins the two. */
@Entity({ name: 'guest_feedback' })
export class GuestFeedbackEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('uuid')
  guestId: string;

  /** Of the link in the letter. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  askedAt: Date;

  /** A day, no moment: what was answered must not be found by it. */
  @Column('date', { nullable: true })
  answeredOn: Day | null;
}
