import type { Sheet } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMatching } from './reading/import-field';
import type { ImportOutcome } from './judging/outcome';

export type ImportState = 'matching' | 'preview' | 'applied' | 'discarded';

/** A list of members that was uploaded. */
@Entity({ name: 'membership_import' })
export class MembershipImportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  fileName: string;

  /** What was in the file; null once it is decided what becomes of it. */
  @Column('jsonb', { nullable: true })
  sheets: Sheet[] | null;

  /** Which of them is taken, from 0. */
  @Column('integer')
  sheet: number;

  /** Null until somebody has said what the columns are. */
  @Column('jsonb', { nullable: true })
  columns: ColumnMatching | null;

  /** From when on counts what the file says without a day. */
  @Column('date')
  day: string;

  /** Whoever is missing in it leaves. */
  @Column('boolean')
  complete: boolean;

  /** The body of rows that name none; null: the council itself. */
  @Column('uuid', { nullable: true })
  bodyId: string | null;

  @Column('text')
  state: ImportState;

  /** Of what the preview shows. */
  @Column('text', { nullable: true })
  digest: string | null;

  /** How many rows are what. */
  @Column('jsonb', { nullable: true })
  counts: Partial<Record<ImportOutcome, number>> | null;

  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;

  /** Who accepted or discarded it. */
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
