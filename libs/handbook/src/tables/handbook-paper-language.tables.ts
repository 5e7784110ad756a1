import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The printed copies of an edition are in each language of the council; a copy stays what it is a copy of. */
export class HandbookPaperLanguage1798000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table handbook_paper
        add language text not null default 'en' check (language in ('en', 'cy')),
        drop constraint handbook_paper_edition_id_district_key,
        add constraint handbook_paper_is_one unique nulls not distinct (edition_id, district, language);
      alter table handbook_paper alter language drop default;

      create or replace function handbook_paper_is_made_once() returns trigger language plpgsql as $$
        begin
          if old.made_at is not null and (tg_op = 'DELETE'
            or (new.sha256, new.bytes, new.made_at, new.edition_id, new.district, new.language)
              is distinct from (old.sha256, old.bytes, old.made_at, old.edition_id, old.district, old.language))
            then raise exception 'a printed copy of the handbook is made once'; end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function handbook_paper_is_made_once() returns trigger language plpgsql as $$
        begin
          if old.made_at is not null and (tg_op = 'DELETE' or new.sha256 is distinct from old.sha256
            or new.bytes is distinct from old.bytes or new.made_at is distinct from old.made_at)
            then raise exception 'a printed copy of the handbook is made once'; end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
      alter table handbook_paper disable trigger handbook_paper_is_made_once;
      delete from handbook_paper where language = 'cy';
      alter table handbook_paper enable trigger handbook_paper_is_made_once;
      alter table handbook_paper drop constraint handbook_paper_is_one, drop language,
        add constraint handbook_paper_edition_id_district_key unique nulls not distinct (edition_id, district);
    `);
  }
}
