import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When it is told: as the window to renew it opens, four weeks before the last day, one week before. */
export type ExpiryRung = 'opens' | 'month' | 'week';

/** A holder was told that their certificate runs out: once each, whoever looks and however often. */
@Entity({ name: 'expiry_reminder' })
export class ExpiryReminderEntity {
  @PrimaryColumn('uuid')
  awardId: string;

  @PrimaryColumn('text')
  rung: ExpiryRung;

  @Column('uuid')
  personId: string;

  @Column('date')
  toldOn: Day;
}
