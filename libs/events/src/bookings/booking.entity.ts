import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PoolAudience, Seat } from '../programme/programme.words';
import type { BookingAudience, BookingState, CancelBy } from './booking.words';

/** Somebody has a place at a session, or waits for one. Never deleted. */
@Entity({ name: 'booking' })
export class BookingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  /** Null of a guest. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  guestId: string | null;

  @Column('text')
  audience: BookingAudience;

  @Column('text')
  seat: Seat;

  @Column('text')
  state: BookingState;

  /** In the order in which they came, from 1. */
  @Column('integer')
  number: number;

  /** Whose places it takes one of; null: it takes none that are counted. */
  @Column('text', { nullable: true })
  poolAudience: PoolAudience | null;

  @Column('timestamptz')
  bookedAt: Date;

  /** Null: a guest, or Induct itself for a demo council. */
  @Column('uuid', { nullable: true })
  bookedBy: string | null;

  /** When whoever waited was given a place. */
  @Column('timestamptz', { nullable: true })
  promotedAt: Date | null;

  /** When whoever waits was told that a place is free that they may take; null: none is. */
  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  @Column('uuid', { nullable: true })
  cancelledBy: string | null;

  @Column('text', { nullable: true })
  cancelBy: CancelBy | null;
}
