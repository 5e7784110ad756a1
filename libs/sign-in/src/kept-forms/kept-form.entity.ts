import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody had typed when their sign-in ended, sealed. */
@Entity({ name: 'kept_form' })
export class KeptFormEntity {
  @PrimaryColumn('bytea')
  browserHash: Buffer;

  @Column('uuid')
  personId: string;

  /** The key is worked out from the browser's cookie and is nowhere stored. */
  @Column('bytea')
  sealed: Buffer;

  @Column('timestamptz')
  expiresAt: Date;
}
