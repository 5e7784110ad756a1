import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a mandate asks of a person, for one term of office or one seat. */
@Entity({ name: 'obligation' })
export class ObligationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  mandateId: string;

  /** The first day of the term or the seat. */
  @Column('date')
  since: Day;

  /** The last day on which it is met in time. */
  @Column('date')
  dueOn: Day;

  /** When it was first asked, or asked for another day. */
  @Column('date')
  madeOn: Day;

  @Column('date', { nullable: true })
  metOn: Day | null;

  /** It is asked no longer. */
  @Column('date', { nullable: true })
  closedOn: Day | null;

  /** What had met it was found to count no more on that day; null: never. */
  @Column('date', { nullable: true })
  againOn: Day | null;

  /** The next day on which there is something to say to the person. */
  @Column('date', { nullable: true })
  askOn: Day | null;

  /** The next day on which there is something to say to those above. */
  @Column('date', { nullable: true })
  nextOn: Day | null;
}
