import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClaimKind } from './claim-kind';

/** What a member has done elsewhere, as they say or an officer for them, and what officers said to it. Decided once, or taken back. */
@Entity({ name: 'claim' })
export class ClaimEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  requirementId: string;

  @Column('text')
  kind: ClaimKind;

  @Column('date')
  doneOn: Day;

  /** The last day, as a certificate from elsewhere says. */
  @Column('date', { nullable: true })
  validUntil: Day | null;

  /** The member's, or what the officer says who entered it for them. */
  @Column('text')
  words: string;

  @Column('timestamptz')
  sentAt: Date;

  /** The officer who entered it for the member; null: they sent it in. */
  @Column('uuid', { nullable: true })
  enteredBy: string | null;

  /** The first of the two officers that a certificate from elsewhere takes: who entered it, where an officer did. */
  @Column('uuid', { nullable: true })
  firstBy: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** When the member took it back, before anybody decided. */
  @Column('timestamptz', { nullable: true })
  takenBackAt: Date | null;

  @Column('boolean', { nullable: true })
  accepted: boolean | null;

  /** In the officer's words. */
  @Column('text', { nullable: true })
  decision: string | null;
}
