import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity } from './council.words';
import { Recorded } from './recorded.columns';

/** Somebody sits on a body, as something, for a time. Never deleted. */
@Entity({ name: 'membership' })
export class MembershipEntity extends Recorded {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  bodyId: string;

  @Column('text')
  capacity: Capacity;

  /** `[2017-05-22,2019-05-13)`: on the second day they no longer sit. */
  @Column('daterange')
  during: string;
}
