import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Anchor, ClosedDays, CountUnit, Stage } from './first-step.words';

/** What a first step says, from when it was written on. For ever. */
@Entity({ name: 'first_step_version' })
export class FirstStepVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  stepId: string;

  /** From 1. */
  @Column('integer')
  number: number;

  /** It is shown no more. */
  @Column('boolean')
  isWithdrawn: boolean;

  @Column('text')
  stage: Stage;

  /** Among those of its stage, small numbers first. */
  @Column('smallint')
  position: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  titleCy: string | null;

  /** Plain text, with its lines. */
  @Column('text')
  about: string;

  @Column('text', { nullable: true })
  aboutCy: string | null;

  /** Null, with the five below: it has no day. */
  @Column('text', { nullable: true })
  anchor: Anchor | null;

  /** The law can be read otherwise. */
  @Column('text', { nullable: true })
  otherAnchor: Anchor | null;

  @Column('smallint', { nullable: true })
  count: number | null;

  @Column('text', { nullable: true })
  unit: CountUnit | null;

  @Column('boolean', { nullable: true })
  isFirstCounted: boolean | null;

  @Column('text', { nullable: true })
  closed: ClosedDays | null;

  /** `Localism Act 2011, section 30`. A day that comes from a law is shown once a second person has confirmed it. */
  @Column('text', { nullable: true })
  law: string | null;

  /** The form to fill in, or what to read, with where it is. */
  @Column('text', { nullable: true })
  formTitle: string | null;

  @Column('text', { nullable: true })
  formTitleCy: string | null;

  /** `https://…`, or a page of ours. */
  @Column('text', { nullable: true })
  formUrl: string | null;

  /** Puts right what is wrong, while what is shown is frozen; null: it waits for the poll. */
  @Column('text', { nullable: true })
  atOnceBecause: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;
}
