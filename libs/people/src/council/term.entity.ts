import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Recorded } from './recorded.columns';

/** Somebody was elected to a division, and is in office from a day until a day. Never deleted. */
@Entity({ name: 'term' })
export class TermEntity extends Recorded {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  electionId: string;

  @Column('text')
  division: string;

  /** `[2017-05-08,2021-05-10)`: the second day is no longer theirs. Without it: still in office. */
  @Column('daterange')
  during: string;

  /** The first day of `during`. */
  @Column('date')
  takesOfficeOn: string;
}
