import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened with a dispatch on one day, in figures: nobody at a partner is known to us. */
@Entity({ name: 'dispatch_day' })
export class DispatchDayEntity {
  @PrimaryColumn('uuid')
  dispatchId: string;

  @PrimaryColumn('date')
  day: string;

  @Column('integer')
  launches: number;

  /** Launches that the partner's learning system called the first of somebody. */
  @Column('integer')
  begun: number;

  /** How many times it said "completed" to a learning system for the first time in an opening. */
  @Column('integer')
  completed: number;
}
