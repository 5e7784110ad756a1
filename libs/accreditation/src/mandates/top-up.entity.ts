import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Step } from './ladder';

/** What a version asks, by its day, of somebody who keeps the award that they had before it. */
@Entity({ name: 'top_up' })
export class TopUpEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('uuid')
  schemeVersionId: string;

  /** When it was found first. */
  @Column('date')
  madeOn: Day;

  /** Since then it is shown, or asked no longer. */
  @Column('date', { nullable: true })
  closedOn: Day | null;

  /** The next day on which there is something to say to the person. */
  @Column('date', { nullable: true })
  askOn: Day | null;

  /** The last rung at which they were told. */
  @Column('smallint', { nullable: true })
  saidStep: Step | null;
}
