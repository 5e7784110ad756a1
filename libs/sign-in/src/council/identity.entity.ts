import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A council account that a person signs in with. Issuer and subject are the key, never an e-mail address. */
@Entity({ name: 'identity' })
export class IdentityEntity {
  @PrimaryColumn('text')
  issuer: string;

  @PrimaryColumn('text')
  subject: string;

  @Column('uuid')
  personId: string;

  /** What its owner calls it by. */
  @Column('uuid')
  id: string;

  /** What the council calls it: `Amara Whitfield (amara@northmoor.example)`. */
  @Column('text')
  account: string;

  @Column('timestamptz')
  linkedAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}
