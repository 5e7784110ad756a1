import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a device is to sign, once. */
@Entity({ name: 'passkey_challenge' })
export class PasskeyChallengeEntity {
  /** SHA-256 of it. */
  @PrimaryColumn('bytea')
  hash: Buffer;

  /** Who adds a passkey; null: somebody signs in. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('timestamptz')
  until: Date;
}
