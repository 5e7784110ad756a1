import { Entity, PrimaryColumn } from 'typeorm';

/** A text that stands in an edition. For ever. */
@Entity({ name: 'handbook_edition_text' })
export class HandbookEditionTextEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  textId: string;
}
