import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an event has contributed to a priority of the council, as an officer states it; or why nothing is stated. */
@Entity({ name: 'event_evaluation' })
export class EventEvaluationEntity {
  @PrimaryColumn('uuid')
  eventId: string;

  /** In its words. */
  @Column('text', { nullable: true })
  priority: string | null;

  @Column('text', { nullable: true })
  contribution: string | null;

  /** Why it is not evaluated. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** When it was agreed by a decision. */
  @Column('date', { nullable: true })
  agreedOn: Day | null;

  /** Which decision: `Member Development Panel, minute 14`. */
  @Column('text', { nullable: true })
  minute: string | null;

  @Column('timestamptz')
  statedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  statedBy: string | null;
}
