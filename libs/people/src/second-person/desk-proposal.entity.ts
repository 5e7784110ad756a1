import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalKind, ProposalOutcome, Wishes } from './proposal-kinds';

/** A change that one person proposes and another agrees to. */
@Entity({ name: 'desk_proposal' })
export class DeskProposalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ProposalKind;

  /** Null: it is about the council. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('jsonb')
  wish: Wishes[ProposalKind];

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('text', { nullable: true })
  outcome: ProposalOutcome | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
