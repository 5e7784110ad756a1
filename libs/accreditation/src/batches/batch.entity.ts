import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Certificates of one scheme for many people: the dry run, and when it was begun. */
@Entity({ name: 'batch' })
export class BatchEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  schemeId: string;

  /** Only of this group. */
  @Column('text', { nullable: true })
  politicalGroup: string | null;

  /** Only of those with a seat on it. */
  @Column('uuid', { nullable: true })
  bodyId: string | null;

  /** Only of those with such a seat. */
  @Column('text', { nullable: true })
  capacity: string | null;

  /** What was shown up to this London day counts. */
  @Column('date')
  untilDay: string;

  /** Without those who have a certificate. */
  @Column('boolean')
  onlyWithout: boolean;

  /** Of the rows: hex. */
  @Column('text')
  digest: string;

  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  madeAt: Date;

  @Column('uuid', { nullable: true })
  begunBy: string | null;

  @Column('timestamptz', { nullable: true })
  begunAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
