import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter that lets somebody in: its link and its code. */
@Entity({ name: 'sign_in_link' })
export class SignInLinkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea')
  tokenHash: Buffer;

  @Column('bytea')
  codeHash: Buffer;

  /** Of the browser that asked: the code only works there. */
  @Column('bytea')
  browserHash: Buffer;

  /** Network address and account together, for counting. */
  @Column('bytea')
  requesterHash: Buffer;

  @Column('text')
  email: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  nextPath: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
