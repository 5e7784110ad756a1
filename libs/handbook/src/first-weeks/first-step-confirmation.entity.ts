import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who did not write it has held a version against the law. For ever. */
@Entity({ name: 'first_step_confirmation' })
export class FirstStepConfirmationEntity {
  @PrimaryColumn('uuid')
  versionId: string;

  /** Who wrote the version. */
  @Column('uuid')
  recordedBy: string;

  @Column('uuid')
  confirmedBy: string;

  @Column('timestamptz')
  confirmedAt: Date;

  /** There was nobody else at the desk. */
  @Column('boolean')
  isAlone: boolean;
}
