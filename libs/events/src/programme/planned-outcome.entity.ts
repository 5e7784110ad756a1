import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people are to be able to do afterwards. They are asked whether they are. */
@Entity({ name: 'planned_outcome' })
export class PlannedOutcomeEntity {
  @PrimaryColumn('uuid')
  eventId: string;

  /** From 1. */
  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  words: string;
}
