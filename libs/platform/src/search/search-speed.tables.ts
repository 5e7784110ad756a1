import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search in milliseconds at 20,000 entries, and audiences for every role. What decides whether and where something is found
 * stands in short rows, its long texts beside them; and pieces of words stand in an ordinary table, which an index alone counts.
 * See docs/decisions/1338.
 */
export class SearchSpeed1798000000177 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Texts and their vectors lie beside the rows, and nothing else does. Before the column: adding it writes every row anew.
      alter table search_entry set (toast_tuple_target = 128);
      alter table search_entry
        alter kind set storage plain, alter subject set storage plain, alter language set storage plain,
        alter audiences set storage plain, alter district set storage plain, alter title set storage main,
        alter path set storage main;
      alter table search_entry
        add title_words tsvector not null generated always as (
          case language
            when 'cy' then to_tsvector('pg_catalog.simple', search_folded(title))
            else to_tsvector('pg_catalog.english', search_folded(title))
          end) stored,
        alter title_words set storage main,
        drop constraint search_entry_audiences_check,
        add constraint search_entry_audiences_check check (
          cardinality(audiences) > 0
          and audiences <@ array['public', 'stranger', 'signed-in',
            'member', 'tester', 'champion', 'officer', 'administrator', 'auditor']);

      create table search_part (
        part text collate "C" not null,
        word text collate "C" not null,
        primary key (part, word)
      );
      insert into search_part (part, word) select part, word from search_word, unnest(trigrams) as part;
      drop table search_word;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_word (
        word text primary key,
        trigrams text[] not null generated always as (search_trigrams(word)) stored
      );
      create index search_word_trigrams on search_word using gin (trigrams);
      insert into search_word (word) select distinct word from search_part;
      drop table search_part;
      delete from search_entry where not audiences <@ array['public', 'member', 'tester', 'officer'];
      alter table search_entry
        drop constraint search_entry_audiences_check,
        add constraint search_entry_audiences_check check (
          cardinality(audiences) > 0 and audiences <@ array['public', 'member', 'tester', 'officer']),
        drop title_words,
        alter kind set storage extended, alter subject set storage extended, alter language set storage extended,
        alter audiences set storage extended, alter district set storage extended, alter title set storage extended,
        alter path set storage extended;
      alter table search_entry reset (toast_tuple_target);
    `);
  }
}
