import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of a partner who comes to sessions, and does not sign in. */
@Entity({ name: 'guest' })
export class GuestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  partnerId: string;

  /** Null once they are forgotten; so is the address. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz')
  addedAt: Date;

  /** Null: by themselves, or by Induct for a demo council. */
  @Column('uuid', { nullable: true })
  addedBy: string | null;
}
