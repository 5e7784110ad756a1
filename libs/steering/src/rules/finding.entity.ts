import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResumeData } from './resume-data';

/** Something a tester found wrong with a version, or would like better. */
@Entity({ name: 'finding' })
export class FindingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  /** Counts the findings of the course. */
  @Column('integer')
  number: number;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  versionId: string;

  @Column('uuid')
  authorId: string;

  @Column('text')
  severity: 'blocking' | 'should_fix' | 'suggestion';

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  sco: string | null;

  @Column('text')
  scoTitle: string;

  @Column('text')
  location: string;

  /** Share done, 0 to 1, as the package reported it. */
  @Column('numeric', { nullable: true })
  progress: string | null;

  /** What the run-time had stored there: {"location", "suspendData"}, to go back. */
  @Column('json', { nullable: true })
  resume: ResumeData | null;

  @Column('uuid', { nullable: true })
  previewId: string | null;

  /** The calls of the preview that belong to it, first and last. */
  @Column('integer', { nullable: true })
  logFrom: number | null;

  @Column('integer', { nullable: true })
  logTo: number | null;

  @Column('bytea', { nullable: true })
  screenshotSha256: Buffer | null;

  @Column('text', { nullable: true })
  screenshotType: string | null;

  @Column('text')
  state: 'open' | 'answered' | 'fixed' | 'will_not_fix' | 'withdrawn';

  @Column('uuid', { nullable: true })
  fixedInVersionId: string | null;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  assigneeId: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
