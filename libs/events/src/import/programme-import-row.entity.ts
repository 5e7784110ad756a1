import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cells } from './import-field';

/** A row of a programme that was pasted or uploaded. */
@Entity({ name: 'programme_import_row' })
export class ProgrammeImportRowEntity {
  @PrimaryColumn('uuid')
  importId: string;

  /** From 0, in the order of the file. */
  @PrimaryColumn('integer')
  at: number;

  /** As the spreadsheet counts. */
  @Column('integer')
  number: number;

  /** As it was typed. */
  @Column('jsonb')
  cells: Cells;

  /** What it says instead; empty: nothing. */
  @Column('jsonb')
  mended: Cells;

  @Column('boolean')
  isLeftOut: boolean;

  /** Keys of the remarks that somebody has answered. */
  @Column('text', { array: true })
  kept: string[];

  /** What it was when it was imported, in words. */
  @Column('text', { nullable: true })
  became: string | null;
}
