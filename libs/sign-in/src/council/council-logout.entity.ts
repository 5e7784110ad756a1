import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-out that the council told us of: each is taken once. */
@Entity({ name: 'council_logout' })
export class CouncilLogoutEntity {
  /** Of its issuer and its `jti`. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  until: Date;
}
