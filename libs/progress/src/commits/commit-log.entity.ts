import type { CmiTree } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Every commit of the player, as it was sent. Append only, one partition a month. */
@Entity({ name: 'commit_log' })
export class CommitLogEntity {
  /** Day of its launch (UTC): partitions by month and keeps (launch, seq) unique. */
  @PrimaryColumn('date')
  openedOn: string;

  @PrimaryColumn('uuid')
  attemptId: string;

  @PrimaryColumn('uuid')
  launchId: string;

  @PrimaryColumn('integer')
  seq: number;

  @Column('text')
  sco: string;

  @Column('integer')
  run: number;

  @Column('boolean')
  final: boolean;

  @Column('bytea')
  hash: Buffer;

  /** SHA-256 of suspend_data, sent or not. */
  @Column('bytea')
  suspendHash: Buffer;

  /** As sent; without suspend_data when that was sent as a hash. */
  @Column('json')
  cmi: CmiTree;

  @Column('integer')
  shownMs: number;

  @Column('timestamptz')
  receivedAt: Date;
}
