import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that candidates, or whoever was elected, do first. What it says: its versions. */
@Entity({ name: 'first_step' })
export class FirstStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Which of `USUAL_STEPS` it began as; null: the council wrote it. */
  @Column('text', { nullable: true })
  usual: string | null;

  @Column('timestamptz')
  addedAt: Date;

  @Column('uuid')
  addedBy: string;
}
