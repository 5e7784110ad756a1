import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '@induct/platform';

/** The language somebody has chosen to read in. Whoever has not chosen has no row. */
@Entity({ name: 'person_language' })
export class PersonLanguageEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  chosenAt: Date;
}
