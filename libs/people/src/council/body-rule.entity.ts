import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Substitutes } from './council.words';

/** Who may stand in on a body, for a time. Never deleted. */
@Entity({ name: 'body_rule' })
export class BodyRuleEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  bodyId: string;

  @Column('daterange')
  during: string;

  /** `named`: who is on the body as a substitute; `group`: anybody of the group of who is away. */
  @Column('text')
  substitutes: Substitutes;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  /** The row that this one corrects. */
  @Column('uuid', { nullable: true })
  replaces: string | null;

  /** Null: this is what is said today. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** Why it was superseded, in words. */
  @Column('text', { nullable: true })
  reason: string | null;
}
