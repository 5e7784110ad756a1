import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Template } from '../certificate/template';

/** What is approved stays as it is; it can be withdrawn, and then nothing is issued with it any more. */
export type TemplateState = 'draft' | 'proposed' | 'approved' | 'withdrawn';

/** A template of certificates, from a day on. */
@Entity({ name: 'template_version' })
export class TemplateVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  number: number;

  /** Null: of every scheme that has none of its own. */
  @Column('uuid', { nullable: true })
  schemeId: string | null;

  @Column('jsonb')
  template: Template;

  /** Counts the changes of the draft: what is proposed and approved is what was read. */
  @Column('integer')
  revision: number;

  /** In use from; null: from the day on which it is approved. */
  @Column('date', { nullable: true })
  fromDay: Day | null;

  @Column('text')
  state: TemplateState;

  @Column('uuid')
  draftedBy: string;

  @Column('timestamptz')
  draftedAt: Date;

  /** Whoever changed it last. */
  @Column('uuid')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt: Date | null;

  /** The last time. */
  @Column('uuid', { nullable: true })
  sentBackBy: string | null;

  @Column('timestamptz', { nullable: true })
  sentBackAt: Date | null;

  @Column('text', { nullable: true })
  sentBackWhy: string | null;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  /** There was nobody else to ask. */
  @Column('boolean')
  approvedAlone: boolean;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnWhy: string | null;
}
