import { Column, Entity } from 'typeorm';
import { Proposed } from '../second-officer/proposed.columns';

/** A certificate for what Induct did not see, and why: proposed by one officer, confirmed by another. */
@Entity({ name: 'by_hand' })
export class ByHandEntity extends Proposed {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  schemeId: string;

  /** The London day; what is valid for so long is so from there. */
  @Column('date')
  achievedOn: string;

  /** What was shown, as the certificate says it. */
  @Column('text')
  shown: string;

  /** What was issued. */
  @Column('uuid', { nullable: true })
  certificateId: string | null;
}
