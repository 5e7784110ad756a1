import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChecklistAnswers } from './checklist';

/** What a tester says now; what they said before is in the audit trail. */
@Entity({ name: 'sign_off' })
export class SignOffEntity {
  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  decision: 'signed_off' | 'refused';

  @Column('text')
  reason: string;

  /** {item: {"answer": "yes" | "no" | "not_looked_at", "note"}}. */
  @Column('jsonb')
  checklist: ChecklistAnswers;

  @Column('integer')
  previewSeconds: number;

  @Column('bytea')
  packageSha256: Buffer;

  @Column('timestamptz')
  at: Date;
}
