import { Entity, PrimaryColumn } from 'typeorm';

/**
 * Three letters in a row of a word that stands in an entry, or stood there once: what somebody may have meant. A word is only ever
 * suggested to whoever finds something with it.
 */
@Entity({ name: 'search_part' })
export class SearchPartEntity {
  /** With two blanks before the word and one after it. */
  @PrimaryColumn('text')
  part: string;

  /** In small letters, without accents. */
  @PrimaryColumn('text')
  word: string;
}
