import { Column, Entity } from 'typeorm';
import { Proposed } from '../second-officer/proposed.columns';

/** That a certificate does not count for now: proposed by one officer, confirmed by another, lifted by one. */
@Entity({ name: 'suspension' })
export class SuspensionEntity extends Proposed {
  @Column('uuid')
  certificateId: string;

  @Column('uuid', { nullable: true })
  liftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt: Date | null;

  @Column('text', { nullable: true })
  liftedWhy: string | null;
}
