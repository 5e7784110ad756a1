import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The council's arms or logo on certificates, from a day on. */
@Entity({ name: 'council_mark' })
export class CouncilMarkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  picture: string;

  /** What it shows, for who does not see it. */
  @Column('text')
  alt: string;

  @Column('text', { nullable: true })
  altCy: string | null;

  /** Until another begins. */
  @Column('date')
  startsOn: string;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  /** `confirmed_alone`: there was no second person. Null while it waits. */
  @Column('text', { nullable: true })
  outcome: 'confirmed' | 'confirmed_alone' | 'refused' | 'withdrawn' | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
