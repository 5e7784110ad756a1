import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ATTENDANCE_VALUES = ['present', 'absent', 'apologies'] as const;
export type AttendanceValue = (typeof ATTENDANCE_VALUES)[number];

/** Who was there, in one part. Never deleted; what it said before is kept. */
@Entity({ name: 'attendance' })
export class AttendanceEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  /** Its number. */
  @PrimaryColumn('integer')
  part: number;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  value: AttendanceValue;

  /** Ticked by an officer, or by the code that was shown in the room. */
  @Column('text')
  how: 'register' | 'code';

  /** Why it was corrected, when the register was closed already. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** By code, the person. */
  @Column('uuid')
  recordedBy: string;
}
