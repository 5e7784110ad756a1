import { Entity, PrimaryColumn } from 'typeorm';
import { AttendanceSaid } from './attendance-said';

/** Who was there, in one part. Never deleted; what it said before is kept. */
@Entity({ name: 'attendance' })
export class AttendanceEntity extends AttendanceSaid {
  @PrimaryColumn('uuid')
  sessionId: string;

  /** Its number. */
  @PrimaryColumn('integer')
  part: number;

  @PrimaryColumn('uuid')
  personId: string;
}
