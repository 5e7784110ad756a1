import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When somebody was here, as far as "new since your last visit" needs it. */
@Entity({ name: 'person_visit' })
export class PersonVisitEntity {
  @PrimaryColumn('uuid')
  personId: string;

  /** They opened the home page, to the minute. */
  @Column('timestamptz')
  seenAt: Date;

  /** The end of the visit before this one; null: this is the first. */
  @Column('timestamptz', { nullable: true })
  previousAt: Date | null;
}
