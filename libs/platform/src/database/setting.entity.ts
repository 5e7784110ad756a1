import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the council has set for itself, and marks that something was done once. */
@Entity({ name: 'setting' })
export class SettingEntity {
  /** `room.what`. */
  @PrimaryColumn('text')
  key: string;

  @Column('jsonb')
  value: unknown;

  @Column('timestamptz')
  changedAt: Date;
}
