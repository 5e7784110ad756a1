import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalState } from './proposal-state';

/** Somebody wants to see something in the programme. Answered once. */
@Entity({ name: 'event_proposal' })
export class EventProposalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  /** What it is needed for. */
  @Column('text')
  why: string;

  /** Of the council, in words. */
  @Column('text', { nullable: true })
  priority: string | null;

  /** What people are to be able to do afterwards, in their order. */
  @Column('text', { array: true })
  outcomes: string[];

  /** Whose wish it is, when an officer writes it down for somebody. */
  @Column('text', { nullable: true })
  forWhom: string | null;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('uuid')
  proposedBy: string;

  @Column('text')
  state: ProposalState;

  /** What whoever proposed it is told. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** What it became, or is part of. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;
}
