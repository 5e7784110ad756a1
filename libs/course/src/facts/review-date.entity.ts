import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** By when a version is to be reviewed, where that is not what its package says. The newest row counts. */
@Entity({ name: 'review_date' })
export class ReviewDateEntity {
  /** The later, the higher. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  versionId: string;

  @Column('date')
  reviewBy: string;

  @Column('uuid')
  setBy: string;

  @Column('timestamptz')
  setAt: Date;
}
