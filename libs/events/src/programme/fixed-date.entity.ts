import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FixedDateKind } from './programme.words';

/** A day that others have fixed, and the programme goes round. */
@Entity({ name: 'fixed_date' })
export class FixedDateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('date')
  on: Day;

  @Column('text')
  kind: FixedDateKind;

  @Column('text')
  title: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
