import type { ActivityReport, NavigationRequest } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of a learner through the parts of a module, as the player carried it out. Append only. */
@Entity({ name: 'sequencing_move' })
export class SequencingMoveEntity {
  @PrimaryColumn('uuid')
  attemptId: string;

  @PrimaryColumn('integer')
  launch: number;

  @PrimaryColumn('integer')
  number: number;

  /** By the clock of the browser. */
  @Column('timestamptz')
  at: Date;

  @Column('text')
  request: NavigationRequest['kind'];

  @Column('text', { nullable: true })
  target: string | null;

  /** The run that was open when it was asked. */
  @Column('integer', { nullable: true })
  run: number | null;

  /** What that run had reported. */
  @Column('json', { nullable: true })
  report: ActivityReport | null;

  /** The part that the player opened, and as which run of the launch. */
  @Column('text', { nullable: true })
  opened: string | null;

  @Column('integer', { nullable: true })
  openedRun: number | null;

  /** By the rules of the module it would have opened another, or none. */
  @Column('boolean')
  differs: boolean;

  /** The commit of the launch that brought it. */
  @Column('integer')
  seq: number;

  @Column('timestamptz')
  receivedAt: Date;
}
