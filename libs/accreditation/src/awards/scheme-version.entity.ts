import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Only what is adopted counts, and it stays as it is. */
export type VersionState = 'draft' | 'proposed' | 'adopted';

/** What a scheme asks for, from a day on. */
@Entity({ name: 'scheme_version' })
export class SchemeVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  schemeId: string;

  @Column('integer')
  number: number;

  @Column('text')
  edition: string;

  /** Null: a draft that says no day yet. */
  @Column('date', { nullable: true })
  effectiveFrom: Day | null;

  /** Null: its awards have no end. */
  @Column('integer', { nullable: true })
  validityMonths: number | null;

  /** How long before the last day an award can be renewed. */
  @Column('integer', { nullable: true })
  renewalOpensMonths: number | null;

  /** How long after the last day a renewal still follows it. */
  @Column('integer')
  graceDays: number;

  @Column('jsonb')
  rule: unknown;

  /** What becomes of those who have the award: they keep it, or show by a day what is new. */
  @Column('text')
  forHolders: 'keep' | 'top_up';

  @Column('date', { nullable: true })
  topUpBy: Day | null;

  @Column('text')
  state: VersionState;

  /** Null: it came with the product. */
  @Column('uuid', { nullable: true })
  draftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  draftedAt: Date | null;

  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt: Date | null;

  @Column('uuid', { nullable: true })
  adoptedBy: string | null;

  @Column('timestamptz', { nullable: true })
  adoptedAt: Date | null;

  /** There was nobody else to ask. */
  @Column('boolean')
  adoptedAlone: boolean;

  /** What was read when it was proposed, and adopted. */
  @Column('uuid', { nullable: true })
  simulationId: string | null;
}
