import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChecklistItem } from './checklist';

/** A version put before the steering group. */
@Entity({ name: 'test_round' })
export class TestRoundEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid')
  versionId: string;

  /** Of the bytes under test. */
  @Column('bytea')
  packageSha256: Buffer;

  /** Counts the rounds of the course. */
  @Column('integer')
  number: number;

  @Column('text')
  state: 'open' | 'closed';

  @Column('text')
  focus: string;

  /** [{"id", "text"}], as it was asked. */
  @Column('jsonb')
  checklist: ChecklistItem[];

  @Column('integer')
  quorum: number;

  @Column('timestamptz')
  deadline: Date;

  @Column('uuid')
  openedBy: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  closedWhy: 'quorum' | 'deadline' | 'officer' | null;
}
