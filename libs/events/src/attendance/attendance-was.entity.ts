import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AttendanceSaid } from './attendance-said';

/** What a register said before it was corrected. For ever; the database writes it. */
@Entity({ name: 'attendance_was' })
export class AttendanceWasEntity extends AttendanceSaid {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('integer')
  part: number;

  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  replacedAt: Date;

  @Column('uuid')
  replacedBy: string;
}
