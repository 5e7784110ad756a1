import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be found, and the words to guess from when somebody mistyped. No extension of PostgreSQL is asked for: a council's own
 * server may not have `unaccent` and `pg_trgm`, or may not let us switch them on. See docs/decisions/1321.
 */
export class SearchEntries1798000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The parser passes over what looks like a tag, and takes what has a stroke in it for the name of a file.
      create function search_folded(words text) returns text language sql immutable strict parallel safe
        return translate(
          normalize(regexp_replace(normalize(words, nfd), '[\\u0300-\\u036f]', '', 'g'), nfc), 'łŁøØđĐ’<>/', 'lLoOdD''   ');

      create function search_trigrams(word text) returns text[] language sql immutable strict parallel safe
        return (select array_agg(distinct substr('  ' || word || ' ', at, 3)) from generate_series(1, length(word) + 1) at);

      create table search_entry (
        kind text not null,
        subject text not null,
        language text not null check (language in ('en', 'cy')),
        audiences text[] not null check (
          cardinality(audiences) > 0 and audiences <@ array['public', 'member', 'tester', 'officer']),
        district text,
        title text not null,
        body text not null,
        path text not null check (path ~ '^/([^/]|$)'),
        new_at timestamptz not null,
        words tsvector not null generated always as (
          case language
            when 'cy' then setweight(to_tsvector('pg_catalog.simple', search_folded(title)), 'A')
                        || setweight(to_tsvector('pg_catalog.simple', search_folded(body)), 'D')
            else setweight(to_tsvector('pg_catalog.english', search_folded(title)), 'A')
              || setweight(to_tsvector('pg_catalog.english', search_folded(body)), 'D')
          end) stored,
        words_noted boolean not null default false,
        primary key (kind, subject, language)
      );
      create index search_entry_words on search_entry using gin (words);
      create index search_entry_newest on search_entry (new_at desc);
      create index search_entry_words_unnoted on search_entry (kind) where not words_noted;

      create table search_word (
        word text primary key,
        trigrams text[] not null generated always as (search_trigrams(word)) stored
      );
      create index search_word_trigrams on search_word using gin (trigrams);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table search_word; drop table search_entry; drop function search_trigrams(text);
      drop function search_folded(text)`);
  }
}
