import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key on somebody's own device that signs them in. */
@Entity({ name: 'passkey' })
export class PasskeyEntity {
  /** As the device calls it, base64url. */
  @PrimaryColumn('text')
  credentialId: string;

  /** What its owner calls it by in an address. */
  @Column('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** Of the person when it was added, in lower case: with another address it is over. */
  @Column('text')
  email: string;

  /** COSE. */
  @Column('bytea')
  publicKey: Buffer;

  /** How often the device says that it was used; many say 0 for ever. As text: it is a bigint. */
  @Column('bigint')
  counter: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}
