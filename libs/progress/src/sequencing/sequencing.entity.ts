import type { SequencingState } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpenRun } from './course-of-parts';

/** Where an attempt at a module whose parts have an order stands. An attempt that began without it has none. */
@Entity({ name: 'sequencing' })
export class SequencingEntity {
  @PrimaryColumn('uuid')
  attemptId: string;

  /** After the last of its steps. */
  @Column('json')
  state: SequencingState;

  /** Of the last step: its launch, and its number there. 0 before the first. */
  @Column('integer')
  launch: number;

  @Column('integer')
  number: number;

  /** What the part that is open has reported since. */
  @Column('json', { nullable: true })
  open: OpenRun | null;

  /** Some step of it led elsewhere than the rules of the module. */
  @Column('boolean')
  differs: boolean;
}
