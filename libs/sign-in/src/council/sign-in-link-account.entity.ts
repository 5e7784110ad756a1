import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Told } from '../roles/told';

/** The letter with this link links a council account to whoever uses it. */
@Entity({ name: 'sign_in_link_account' })
export class SignInLinkAccountEntity {
  @PrimaryColumn('uuid')
  linkId: string;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;

  @Column('text')
  account: string;

  @Column('jsonb')
  told: Told;
}
