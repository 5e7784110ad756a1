import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WayKind } from './way-kind';

/** That somebody met a requirement. Never deleted; withdrawn once, when it was accepted in error. */
@Entity({ name: 'evidence' })
export class EvidenceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  requirementId: string;

  @Column('text')
  kind: WayKind;

  /** Of a module the registration, or the attempt in which it was taken again; of an attendance what the register came to; else the claim. */
  @Column('uuid')
  source: string;

  /** In London. */
  @Column('date')
  metOn: Day;

  /** The last day; null when it counts for ever. */
  @Column('date', { nullable: true })
  validUntil: Day | null;

  /** Never the person; null of a module and of an attendance. */
  @Column('uuid', { nullable: true })
  acceptedBy: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
