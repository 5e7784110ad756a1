import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody half-way on an older version said when this publication let them choose: asked once. */
@Entity({ name: 'half_way_choice' })
export class HalfWayChoiceEntity {
  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  choice: 'finish_old' | 'start_again';

  @Column('timestamptz')
  chosenAt: Date;
}
