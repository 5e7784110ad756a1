import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingChange } from './finding';

/** What was said or done about a finding, in order. */
@Entity({ name: 'finding_comment' })
export class FindingCommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  findingId: string;

  @Column('uuid')
  authorId: string;

  @Column('text')
  text: string;

  /** What the act changed: {"state": [from, to], "severity": …, "assignee": …}. */
  @Column('jsonb', { nullable: true })
  change: FindingChange | null;

  @Column('timestamptz')
  at: Date;
}
