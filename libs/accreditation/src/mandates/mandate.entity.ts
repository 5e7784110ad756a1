import type { Capacity, Role } from '@induct/people';
import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Anchor, MandateWho, Unit } from './mandate-words';

/** Who has to meet what, by when. It asks once a second person has adopted it; then it is ended and never changed. */
@Entity({ name: 'mandate' })
export class MandateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  /** Where it comes from, in words; may be empty. */
  @Column('text')
  source: string;

  @Column('text')
  who: MandateWho;

  /** Of `role`. */
  @Column('text', { nullable: true })
  role: Role | null;

  /** Of `body` and `group`. */
  @Column('uuid', { nullable: true })
  bodyId: string | null;

  /** Of `body`; none: any. */
  @Column('text', { array: true })
  capacities: Capacity[];

  /** Of `person`. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  /** What is to be met: a requirement, or what a scheme asks for. */
  @Column('uuid', { nullable: true })
  requirementId: string | null;

  @Column('uuid', { nullable: true })
  schemeId: string | null;

  @Column('text')
  anchor: Anchor;

  /** Of `fixed`. */
  @Column('date', { nullable: true })
  fixedOn: Day | null;

  @Column('integer')
  count: number;

  @Column('text')
  unit: Unit;

  /** Due on the first day of the seat: they are not to sit before. */
  @Column('boolean')
  beforeSitting: boolean;

  /** What was met before the day it is asked for does not count. */
  @Column('boolean')
  anew: boolean;

  @Column('daterange')
  during: string;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  /** Null: it waits for a second person. `adopted_alone`: there was none. */
  @Column('text', { nullable: true })
  outcome: 'adopted' | 'adopted_alone' | 'refused' | 'withdrawn' | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endedReason: string | null;
}
