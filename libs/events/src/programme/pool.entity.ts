import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PoolAudience, Seat } from './programme.words';

/** Places for one kind of people. A session without any takes everybody. */
@Entity({ name: 'session_pool' })
export class PoolEntity {
  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('text')
  seat: Seat;

  @PrimaryColumn('text')
  audience: PoolAudience;

  @Column('integer')
  places: number;

  @Column('integer')
  taken: number;

  /** From that day on its places are anyone's. */
  @Column('date', { nullable: true })
  opensToAllOn: Day | null;
}
