import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address at which somebody's calendar reads their bookings. Whoever knows it reads them: it is hashed, and can be revoked. */
@Entity({ name: 'calendar_feed' })
export class CalendarFeedEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** SHA-256. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
