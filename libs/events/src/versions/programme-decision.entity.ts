import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Decision } from './version-state';

/** What the steering group has decided of a version: recorded by one person, confirmed by another, and then for ever. */
@Entity({ name: 'programme_decision' })
export class ProgrammeDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  versionId: string;

  @Column('text')
  decision: Decision;

  /** The day of the meeting. */
  @Column('date')
  meetingOn: Day;

  /** Where it stands in the minutes, or what they say. */
  @Column('text')
  minute: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;

  /** Null: nobody else of the steering group has confirmed it, and so it does not count. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  /** It was recorded wrongly, and never confirmed. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;
}
