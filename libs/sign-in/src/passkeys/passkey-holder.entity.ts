import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What devices know somebody by. It says nothing of them. */
@Entity({ name: 'passkey_holder' })
export class PasskeyHolderEntity {
  @PrimaryColumn('uuid')
  personId: string;

  /** 32 random bytes. */
  @Column('bytea')
  handle: Buffer;
}
