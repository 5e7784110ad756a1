import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AwardEvidence } from './award-evidence';

/** That somebody met a scheme, once a period. */
@Entity({ name: 'award' })
export class AwardEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  schemeId: string;

  @Column('uuid')
  schemeVersionId: string;

  @Column('uuid')
  personId: string;

  /** 1 for the first award; renewals count on: the next one begins when this is over. */
  @Column('integer')
  period: number;

  @Column('timestamptz')
  awardedAt: Date;

  /** The last day, in London; null: it has no end. */
  @Column('date', { nullable: true })
  validUntil: string | null;

  @Column('jsonb')
  evidence: AwardEvidence[];
}
