import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CouldBe } from './reading/choice';
import type { ImportOutcome } from './judging/outcome';

/** What a row of a list was taken for; once the import is applied, what became of it. */
@Entity({ name: 'membership_import_row' })
export class MembershipImportRowEntity {
  @PrimaryColumn('uuid')
  importId: string;

  /** Where it stands: problems first. */
  @PrimaryColumn('integer')
  position: number;

  /** As the spreadsheet counts; null for somebody who is missing in the file. */
  @Column('integer', { nullable: true })
  rowNumber: number | null;

  @Column('text')
  outcome: ImportOutcome;

  /** Null: nobody of the council, or not yet. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  says: string[];

  /** What it was taken for when somebody looked last, where that was something else. */
  @Column('text', { array: true, nullable: true })
  saidBefore: string[] | null;

  /** Whom it could be about, where its name does not say it. */
  @Column('jsonb', { nullable: true })
  couldBe: CouldBe | null;
}
