import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody was at every part of a session that names a topic. Withdrawn when the register is corrected; never deleted. */
@Entity({ name: 'attended' })
export class AttendedEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('uuid')
  personId: string;

  /** The slug of a requirement. */
  @Column('text')
  topic: string;

  /** The day of the last part that names it. */
  @Column('date')
  metOn: Day;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
