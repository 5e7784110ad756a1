import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, EventKind } from './programme.words';

/** What sessions are about. */
@Entity({ name: 'programme_event' })
export class EventEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** In its address: `conduct-morning`. */
  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  kind: EventKind;

  /** For whoever thinks of coming; may be empty. */
  @Column('text')
  about: string;

  @Column('text', { nullable: true })
  format: string | null;

  @Column('text', { nullable: true })
  facilitator: string | null;

  /** What whoever comes is to bring, in words. */
  @Column('text', { nullable: true })
  bring: string | null;

  /** Officers in attendance, in words. */
  @Column('text', { nullable: true })
  officers: string | null;

  @Column('boolean')
  mandatory: boolean;

  @Column('text')
  audience: Audience;

  /** Whose members it is for, when it is for a body. */
  @Column('uuid', { nullable: true })
  bodyId: string | null;

  /** Events of one series name it alike. */
  @Column('text', { nullable: true })
  series: string | null;

  @Column('integer', { nullable: true })
  seriesOrder: number | null;

  /** A requirement that is met by being at all of a session of it: every part names it. */
  @Column('text', { nullable: true })
  ownTopic: string | null;

  /** How many runs whoever plans it has announced. */
  @Column('integer', { nullable: true })
  sessionsPromised: number | null;

  /** For whoever plans, not for members. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
