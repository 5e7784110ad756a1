import type { Shared } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a learner's other attempts and packages had shared when a launch was opened, as far as it was news. Append only. */
@Entity({ name: 'sequencing_shared' })
export class SequencingSharedEntity {
  @PrimaryColumn('uuid')
  attemptId: string;

  /** Number of the launch. */
  @PrimaryColumn('integer')
  launch: number;

  @Column('json')
  shared: Shared;
}
