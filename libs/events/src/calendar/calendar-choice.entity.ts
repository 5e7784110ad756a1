import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How bookings come into somebody's calendar: with each letter, or by the feed that it reads. */
export type CalendarWay = 'letters' | 'feed';

@Entity({ name: 'calendar_choice' })
export class CalendarChoiceEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  way: CalendarWay;

  @Column('timestamptz')
  chosenAt: Date;
}
