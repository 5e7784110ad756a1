import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ResultColumns } from './result.columns';

/** What one person has done of one course: the sum of their attempts. */
@Entity({ name: 'registration' })
export class RegistrationEntity extends ResultColumns {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  courseId: string;

  /** Counts its changes: a writer that read an older one reads again. */
  @Column('integer')
  revision: number;

  @Column('text')
  scorePolicy: 'best' | 'latest' | 'first';

  @Column('uuid', { nullable: true })
  completedVersionId: string | null;

  /** Per cent; what it was completed with, or was scored within the hour after: score may have become better since. */
  @Column('numeric', { nullable: true })
  completedScore: string | null;
}
