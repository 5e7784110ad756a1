import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that was begun at the council. Its answer takes the row away. */
@Entity({ name: 'council_start' })
export class CouncilStartEntity {
  @PrimaryColumn('bytea')
  stateHash: Buffer;

  /** Of the browser that began: the answer counts there only. */
  @Column('bytea')
  browserHash: Buffer;

  @Column('text')
  nextPath: string;

  @Column('timestamptz')
  until: Date;
}
