import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionState } from './programme.words';

/** One run of an event. Its days and times are its parts. */
@Entity({ name: 'programme_session' })
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Null: a date kept free for something. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('text')
  state: SessionState;

  @Column('text', { nullable: true })
  place: string | null;

  /** For those who have a place, and nobody else. */
  @Column('text', { nullable: true })
  onlineUrl: string | null;

  /** Whose districts it is for; none: for all. */
  @Column('text', { array: true })
  districts: string[];

  /** For whoever plans, not for members. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  cancelReason: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  /** From then on, what is changed of who was there needs a reason. */
  @Column('timestamptz', { nullable: true })
  registerClosedAt: Date | null;

  @Column('uuid', { nullable: true })
  registerClosedBy: string | null;

  /** One more with each change of what people see: a form that shows an older one is told so. */
  @Column('integer')
  revision: number;
}
