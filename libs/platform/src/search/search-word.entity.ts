import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A word that stands in an entry, or stood there once: what somebody may have meant. It is only ever suggested to whoever finds
 * something with it.
 */
@Entity({ name: 'search_word' })
export class SearchWordEntity {
  /** In small letters, without accents. */
  @PrimaryColumn('text')
  word: string;

  /** Every three letters in a row, by the database. */
  @Column({ type: 'text', array: true, insert: false, update: false })
  trigrams: string[];
}
