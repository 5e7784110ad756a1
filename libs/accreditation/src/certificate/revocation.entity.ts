import { Column, Entity } from 'typeorm';
import { Proposed } from '../second-officer/proposed.columns';

/** That a certificate is to be revoked: proposed by one officer, confirmed by another. */
@Entity({ name: 'revocation' })
export class RevocationEntity extends Proposed {
  @Column('uuid')
  certificateId: string;
}
