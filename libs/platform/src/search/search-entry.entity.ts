import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SearchAudience, SearchLanguage } from './searchable';

/** A page that can be found, in one language: what it says, and who may find it. */
@Entity({ name: 'search_entry' })
export class SearchEntryEntity {
  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('text')
  subject: string;

  @PrimaryColumn('text')
  language: SearchLanguage;

  /** Whoever is of one of them finds it. */
  @Column('text', { array: true })
  audiences: SearchAudience[];

  /** Null: of no district, for everybody in its audiences. */
  @Column('text', { nullable: true })
  district: string | null;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  /** On the site: `/modules/planning`. */
  @Column('text')
  path: string;

  /** When it was published, or last changed in a way that readers should hear of. */
  @Column('timestamptz')
  newAt: Date;

  /** Stems of title and body in English, and the words as they are in Welsh, both without accents. By the database. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  words: string;

  /** The same of the title alone, which stands in the row itself. By the database. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  titleWords: string;

  /** What somebody may have meant by its words stands in `search_part`. */
  @Column('boolean')
  wordsNoted: boolean;
}
