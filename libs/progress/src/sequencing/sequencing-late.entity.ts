import type { ActivityReport } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a part had reported before its page went away without a word, where that arrived after another page's first step. Append only. */
@Entity({ name: 'sequencing_late' })
export class SequencingLateEntity {
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
