import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody wants to come as a guest. Once they confirm their address they are one, and the link of the letter is theirs. */
@Entity({ name: 'guest_request' })
export class GuestRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  invitationId: string;

  @Column('bytea')
  tokenHash: Buffer;

  /** Null once they have confirmed; so is the address. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz')
  askedAt: Date;

  @Column('uuid', { nullable: true })
  guestId: string | null;
}
