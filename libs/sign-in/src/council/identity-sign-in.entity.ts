import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that a council account began. */
@Entity({ name: 'identity_sign_in' })
export class IdentitySignInEntity {
  @PrimaryColumn('uuid')
  signInId: string;

  @Column('uuid')
  identityId: string;
}
