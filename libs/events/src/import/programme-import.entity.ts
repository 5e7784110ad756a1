import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ProgrammeImportState = 'preview' | 'imported' | 'discarded';

/** A programme that was pasted or uploaded. */
@Entity({ name: 'programme_import' })
export class ProgrammeImportEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Of the file; what was pasted says so. */
  @Column('text')
  name: string;

  /** `2017-05`: dates without a year are the first such from it on. Null: all have one. */
  @Column('text', { nullable: true })
  firstMonth: string | null;

  /** What of the file is not taken, in words. */
  @Column('text', { array: true })
  notes: string[];

  @Column('text')
  state: ProgrammeImportState;

  @Column('integer')
  rows: number;

  /** How many it has brought; null: it is not imported. */
  @Column('integer', { nullable: true })
  sessions: number | null;

  /** Fixed dates that it has brought. */
  @Column('integer', { nullable: true })
  fixed: number | null;

  @Column('uuid')
  takenBy: string;

  @Column('timestamptz')
  takenAt: Date;

  /** Who imported or discarded it. */
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
