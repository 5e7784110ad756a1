import type { ActivityTree } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Declared } from '../declared/declared';
import type { OutsideHost } from '../outside/outside-host';

/** One package of a course, as it was uploaded. */
@Entity({ name: 'course_version' })
export class CourseVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  /** Counts the versions of the course. */
  @Column('integer')
  number: number;

  @Column('text')
  state: 'draft' | 'in_testing' | 'approved' | 'published' | 'retired';

  /** Unguessable part of the address of the package files. */
  @Column('text')
  key: string;

  @Column('text')
  standard: 'scorm_12' | 'scorm_2004';

  @Column('text')
  edition: string;

  @Column('text')
  title: string;

  /** The activity tree that libs/scorm read: see ActivityTree. */
  @Column('jsonb')
  manifest: ActivityTree;

  @Column('integer')
  fileCount: number;

  @Column('bigint')
  bytes: string;

  @Column('bytea')
  packageSha256: Buffer;

  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  /** The other websites found in the package: [{"host", "uses", "where"}]; null until it was looked through. */
  @Column('jsonb', { nullable: true })
  outside: OutsideHost[] | null;

  /** induct.json of the package; null when it has none. */
  @Column('jsonb', { nullable: true })
  declared: Declared | null;
}
