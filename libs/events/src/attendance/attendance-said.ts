import { Column } from 'typeorm';

export const ATTENDANCE_VALUES = ['present', 'absent', 'apologies'] as const;
export type AttendanceValue = (typeof ATTENDANCE_VALUES)[number];

/** What a register says of somebody, or said before it was corrected. */
export abstract class AttendanceSaid {
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
