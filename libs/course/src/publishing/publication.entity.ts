import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Each time a version became the one that members see; never changed. */
@Entity({ name: 'publication' })
export class PublicationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid')
  versionId: string;

  /** Counts the publications of the course. */
  @Column('integer')
  number: number;

  @Column('text')
  ground: 'round' | 'override';

  @Column('uuid', { nullable: true })
  roundId: string | null;

  @Column('uuid', { nullable: true })
  overrideId: string | null;

  /** What it asks of people who had completed the course. */
  @Column('text')
  policy: 'nothing' | 'note' | 'retake';

  @Column('text')
  changeNote: string;

  /** The last day to take it again; only with the policy `retake`. */
  @Column('date', { nullable: true })
  retakeBy: string | null;

  /** What people half-way on an older version may do. */
  @Column('text')
  halfWay: 'finish_old' | 'choice';

  @Column('uuid')
  publishedBy: string;

  @Column('timestamptz')
  publishedAt: Date;
}
