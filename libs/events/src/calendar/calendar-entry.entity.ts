import type { Day, Language } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day of a session in the calendar of somebody who has a place. Its UID, made of booking and number, is the same for ever. */
@Entity({ name: 'calendar_entry' })
export class CalendarEntryEntity {
  @PrimaryColumn('uuid')
  bookingId: string;

  /** From 1; the number of a day that is cancelled is given to no other. */
  @PrimaryColumn('integer')
  number: number;

  /** From 0; one more whenever something that stands in a calendar is other than it was, and when it is cancelled. */
  @Column('integer')
  sequence: number;

  /** The last one that a letter has brought; null: none has. */
  @Column('integer', { nullable: true })
  sentSequence: number | null;

  @Column('date')
  on: Day;

  /** `09:30:00`; null: not known yet. */
  @Column({ type: 'time', nullable: true })
  from: string | null;

  @Column({ type: 'time', nullable: true })
  to: string | null;

  @Column('text')
  title: string;

  /** The room, or the link of who joins online. */
  @Column('text', { nullable: true })
  place: string | null;

  /** The parts of the day, when it has several. */
  @Column('text', { nullable: true })
  about: string | null;

  /** Of our own words in it. Every entry of a booking has that of the first, so that no other language is a change. */
  @Column({ type: 'text', default: 'en' })
  language: Language;

  @Column('timestamptz')
  changedAt: Date;

  /** For ever: who books again has another booking. */
  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;
}
