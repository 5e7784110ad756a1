import type { Day } from '@induct/platform';
import type { RetakeLetter } from '@induct/progress';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody was told that a module is to be taken again: once each, whoever looks and however often. */
@Entity({ name: 'retake_reminder' })
export class RetakeReminderEntity {
  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('text')
  letter: RetakeLetter;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('date')
  toldOn: Day;
}
