import type { ActivityReport } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a part had reported whose page went away without a word, whenever that arrived. Append only. */
@Entity({ name: 'sequencing_left' })
export class SequencingLeftEntity {
  @PrimaryColumn('uuid')
  attemptId: string;

  @PrimaryColumn('integer')
  launch: number;

  /** The run that was opened by a step. */
  @PrimaryColumn('integer')
  run: number;

  /** The commit that brought it: of several the newest counts. */
  @PrimaryColumn('integer')
  seq: number;

  @Column('json')
  report: ActivityReport;
}
