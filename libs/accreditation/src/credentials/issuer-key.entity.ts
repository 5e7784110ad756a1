import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that credentials were signed with. For ever: what it signed must be checked for ever. */
@Entity({ name: 'issuer_key' })
export class IssuerKeyEntity {
  /** As a multikey: `z6Mk…`. */
  @PrimaryColumn('text')
  id: string;

  /** Ed25519, 32 bytes. */
  @Column('bytea')
  publicKey: Buffer;

  @Column('timestamptz')
  since: Date;
}
