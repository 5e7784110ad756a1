import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScoResultState, ScoRuntime } from './sco-state';

/** Where a part of an attempt stands. */
@Entity({ name: 'sco_state' })
export class ScoStateEntity {
  @PrimaryColumn('uuid')
  attemptId: string;

  @PrimaryColumn('text')
  sco: string;

  /** The merged results: see ScoResultState. */
  @Column('json')
  result: ScoResultState;

  /** The merged run-time data without suspend_data: see ScoRuntime. */
  @Column('json')
  runtime: ScoRuntime;

  /** A JSON string, so that NUL and lone surrogates survive. */
  @Column('text', { nullable: true })
  suspendData: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}
