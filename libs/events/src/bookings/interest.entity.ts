import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody wants to know when an event has a date. */
@Entity({ name: 'interest' })
export class InterestEntity {
  @PrimaryColumn('uuid')
  eventId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  askedAt: Date;
}
