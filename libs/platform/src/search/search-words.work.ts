import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { RepeatedWork } from '../time/repeated-work';
import type { SearchEntryEntity } from './search-entry.entity';

const EVERY_MS = 10_000;
/** Entries a transaction. */
const AT_ONCE = 200;

/**
 * Keeps the words of new and changed entries, from which "Did you mean …" guesses. Apart from the writing of entries, so that two
 * who publish something with the same new word never wait for each other.
 */
@Injectable()
export class SearchWordsWork extends RepeatedWork {
  constructor(private readonly transactions: Transactions) {
    super('words to guess from', EVERY_MS);
  }

  async work(): Promise<void> {
    let noted = AT_ONCE;
    while (noted === AT_ONCE && !this.isStopping) {
      noted = await this.transactions.run(async (tx) => {
        const rows = await tx.query<Pick<SearchEntryEntity, 'subject'>[]>(NOTE, [AT_ONCE]);
        return rows.length;
      });
    }
  }
}

/** $1 how many. Only words of letters: nobody mistypes a date or an address into another one. */
const NOTE = `
  with taken as materialized (
    select kind, subject, language, title, body from search_entry where not words_noted
     order by kind, subject, language limit $1 for update skip locked),
  kept as (
    insert into search_part (part, word)
    select part, word
      from (select distinct unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', search_folded(title || ' ' || body)))) as word
              from taken) as found, unnest(search_trigrams(word)) as part
     where word ~ '^[[:alpha:]]{3,40}$'
       and not exists (select from search_part known where known.part = '  ' || left(found.word, 1) and known.word = found.word)
     order by part, word
    on conflict do nothing),
  noted as (
    update search_entry e set words_noted = true from taken
     where (e.kind, e.subject, e.language) = (taken.kind, taken.subject, taken.language))
  select subject from taken`;
