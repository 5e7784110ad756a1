import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Told } from '../roles/told';

/** An account that was proved in a browser and belongs to nobody here yet. */
@Entity({ name: 'council_account' })
export class CouncilAccountEntity {
  @PrimaryColumn('bytea')
  browserHash: Buffer;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;

  @Column('text')
  account: string;

  /** What the council says: shown in a field, and believed by nobody. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('jsonb')
  told: Told;

  @Column('text')
  nextPath: string;

  @Column('timestamptz')
  until: Date;
}
