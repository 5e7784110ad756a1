import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A certificate that was handed out as a credential. */
@Entity({ name: 'credential' })
export class CredentialEntity {
  @PrimaryColumn('uuid')
  certificateId: string;

  /** From 0, in the order in which they were made. */
  @Column({ type: 'integer', insert: false, update: false })
  counter: number;

  /** Which list says whether it still counts. */
  @Column({ type: 'integer', insert: false, update: false })
  list: number;

  /** Its place there. */
  @Column({ type: 'integer', insert: false, update: false })
  listIndex: number;

  /** `sha256$…` of e-mail address and salt, as Open Badges has it. */
  @Column('text')
  identityHash: string;

  @Column('text')
  salt: string;

  @Column('timestamptz')
  madeAt: Date;
}
