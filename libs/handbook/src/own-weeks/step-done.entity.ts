import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member says that they have done a step, of a term of theirs. Taken back, it is gone. */
@Entity({ name: 'step_done' })
export class StepDoneEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('uuid')
  termId: string;

  @PrimaryColumn('uuid')
  stepId: string;

  @Column('timestamptz')
  doneAt: Date;
}
