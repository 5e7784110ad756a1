import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A device that its owner said is theirs alone: one press signs in there, weakly. */
@Entity({ name: 'device' })
export class DeviceEntity {
  /** SHA-256 of the cookie. */
  @PrimaryColumn('bytea')
  hash: Buffer;

  /** What its owner calls it by: the hash of the cookie stays here. */
  @Column('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastUsedAt: Date;

  @Column('timestamptz')
  until: Date;

  /** Of the sign-in in which it was remembered, when that was made with one: it ends with that. */
  @Column('uuid', { nullable: true })
  passkeyId: string | null;
}
