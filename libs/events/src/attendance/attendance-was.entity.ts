import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceValue } from './attendance.entity';

/** What a register said before it was corrected. For ever; the database writes it. */
@Entity({ name: 'attendance_was' })
export class AttendanceWasEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('integer')
  part: number;

  @Column('uuid')
  personId: string;

  @Column('text')
  value: AttendanceValue;

  @Column('text')
  how: 'register' | 'code';

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  replacedAt: Date;

  @Column('uuid')
  replacedBy: string;
}
