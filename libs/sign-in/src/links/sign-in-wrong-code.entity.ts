import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a sender typed a code wrongly for the letters that a browser asked for. */
@Entity({ name: 'sign_in_wrong_code' })
export class SignInWrongCodeEntity {
  @PrimaryColumn('bytea')
  browserHash: Buffer;

  @PrimaryColumn('text')
  email: string;

  /** Network and account together, for counting. */
  @PrimaryColumn('bytea')
  senderHash: Buffer;

  @Column('integer')
  times: number;

  @Column('timestamptz')
  lastAt: Date;
}
