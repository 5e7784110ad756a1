import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody was told by letter that an edition is out. */
@Entity({ name: 'handbook_edition_told' })
export class HandbookEditionToldEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('date')
  saidOn: string;
}
