import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Way } from './sign-in-way';

/** A browser that is signed in. */
@Entity({ name: 'sign_in' })
export class SignInEntity {
  /** SHA-256 of the cookie. */
  @PrimaryColumn('bytea')
  idHash: Buffer;

  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('text', { nullable: true })
  userAgent: string | null;

  /** What its owner calls it by: the hash of the cookie stays here. */
  @Column('uuid')
  id: string;

  /** Network address, shown to its owner; goes with the row, after 12 hours at most. */
  @Column('text', { nullable: true })
  address: string | null;

  /** How its person came in. */
  @Column('text')
  way: Way;

  /** With which it was made, when it was one: it ends with that. */
  @Column('uuid', { nullable: true })
  passkeyId: string | null;
}
