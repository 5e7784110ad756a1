import type { CalendarMethod } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter, sent or waiting: the row is the outbox. */
@Entity({ name: 'mail' })
export class MailEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Two letters with the same key are one. */
  @Column('text')
  dedupeKey: string;

  @Column('text')
  recipient: string;

  @Column('text')
  subject: string;

  @Column('text')
  bodyText: string;

  @Column('text')
  bodyHtml: string;

  /** iCalendar (RFC 5545), for the calendar of whoever reads it. */
  @Column('text', { nullable: true })
  calendar: string | null;

  @Column('text', { nullable: true })
  calendarMethod: CalendarMethod | null;

  /** Where its reader finds the same: a way of sending that has words only says this. */
  @Column('text', { nullable: true })
  calendarUrl: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt: Date | null;

  /** The letter lets whoever reads it in: its words go at this time at the latest. */
  @Column('timestamptz', { nullable: true })
  secretUntil: Date | null;

  /** Its words are gone, and it is sent no more. */
  @Column('timestamptz', { nullable: true })
  forgottenAt: Date | null;
}
