import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DaysBefore } from './reminder-rule';

/** A member was reminded of a step, so many days before it is due. */
@Entity({ name: 'step_reminder' })
export class StepReminderEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('uuid')
  termId: string;

  @PrimaryColumn('uuid')
  stepId: string;

  @PrimaryColumn('smallint')
  days: DaysBefore;

  @Column('date')
  saidOn: string;
}
