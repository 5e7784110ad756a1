import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The printed copies of an edition: one for each district, made once. */
export class HandbookPapers1798000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handbook_paper (
        id uuid primary key,
        edition_id uuid not null references handbook_edition,
        district text check (district <> ''),
        wanted_at timestamptz not null,
        leased_by uuid,
        leased_until timestamptz,
        attempts integer not null default 0,
        error text,
        sha256 bytea,
        bytes integer,
        made_at timestamptz,
        unique nulls not distinct (edition_id, district),
        constraint handbook_paper_is_whole check ((made_at is null) = (bytes is null) and (made_at is null or sha256 is not null))
      );
      comment on column handbook_paper.district is 'null: what everybody is told, for members without a district';
      create index handbook_paper_wanted on handbook_paper (wanted_at) where made_at is null;
      create index handbook_paper_sha256 on handbook_paper (sha256);

      create function handbook_paper_is_made_once() returns trigger language plpgsql as $$
        begin
          if old.made_at is not null and (tg_op = 'DELETE' or new.sha256 is distinct from old.sha256
            or new.bytes is distinct from old.bytes or new.made_at is distinct from old.made_at)
            then raise exception 'a printed copy of the handbook is made once'; end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
      create trigger handbook_paper_is_made_once before update or delete on handbook_paper
        for each row execute function handbook_paper_is_made_once();

      alter function file_is_needed(bytea) rename to file_is_needed_beside_handbook;
      create function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return file_is_needed_beside_handbook(file) or exists (select from handbook_paper where sha256 = file);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function file_is_needed(bytea);
      alter function file_is_needed_beside_handbook(bytea) rename to file_is_needed;
      drop table handbook_paper; drop function handbook_paper_is_made_once;
    `);
  }
}
