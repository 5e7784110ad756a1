import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a guest was at a session, as somebody ticked it. A guest has no evidence: nothing rests on it but figures. */
@Entity({ name: 'guest_attendance' })
export class GuestAttendanceEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('uuid')
  guestId: string;

  @Column('boolean')
  wasThere: boolean;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;
}
