import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EffectKind, PersonEffect } from './effects';

/** What a version would do to one person; once it is in effect, what it did. */
@Entity({ name: 'simulation_row' })
export class SimulationRowEntity {
  @PrimaryColumn('uuid')
  simulationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  /** Null: nothing in the scheme itself, but the award of another. */
  @Column('text', { nullable: true })
  kind: EffectKind | null;

  @Column('jsonb')
  effect: PersonEffect;

  /** It is otherwise than by the version that is in effect without it. */
  @Column('boolean')
  changes: boolean;

  /** What the simulation before said of the person, where that was something else. */
  @Column('text', { nullable: true })
  was: string | null;

  @Column('text', { nullable: true })
  outcome: 'as_said' | 'differs' | null;

  /** What came in between, in words. */
  @Column('text', { nullable: true })
  difference: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
