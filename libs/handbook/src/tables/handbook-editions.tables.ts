import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbered editions of the Members Handbook: what each said when it was published, for ever. */
export class HandbookEditions1798000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handbook_edition (
        id uuid primary key,
        number integer not null unique check (number between 1 and 9999),
        title text not null check (title <> ''),
        publish_at timestamptz,
        published_at timestamptz,
        drafted_at timestamptz not null,
        drafted_by uuid not null references person,
        constraint handbook_edition_is_published_when_due check (published_at is null or published_at >= publish_at)
      );
      create unique index handbook_edition_one_is_open on handbook_edition ((published_at is null)) where published_at is null;

      create table handbook_edition_text (
        edition_id uuid not null references handbook_edition,
        text_id uuid not null references handbook_text,
        primary key (edition_id, text_id)
      );
      create index handbook_edition_text_text on handbook_edition_text (text_id);
      comment on table handbook_edition_text is 'the newest of every text on the day of the edition, withdrawn ones, too';

      create function handbook_edition_is_frozen() returns trigger language plpgsql as $$
        begin
          if old.published_at is not null then raise exception 'an edition that is out stays as it is'; end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
      create trigger handbook_edition_is_frozen before update or delete on handbook_edition
        for each row execute function handbook_edition_is_frozen();

      create function handbook_edition_takes_no_more() returns trigger language plpgsql as $$
        begin
          if exists (select from handbook_edition where id = new.edition_id and published_at is not null)
            then raise exception 'an edition that is out stays as it is'; end if;
          return new;
        end $$;
      create trigger handbook_edition_takes_no_more before insert on handbook_edition_text
        for each row execute function handbook_edition_takes_no_more();

      create function handbook_edition_text_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'an edition stays as it is'; end $$;
      create trigger handbook_edition_text_is_for_ever before update or delete on handbook_edition_text
        for each row execute function handbook_edition_text_is_for_ever();
      create trigger handbook_edition_text_is_never_emptied before truncate on handbook_edition_text
        for each statement execute function handbook_edition_text_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table handbook_edition_text; drop table handbook_edition;
      drop function handbook_edition_is_frozen; drop function handbook_edition_takes_no_more;
      drop function handbook_edition_text_is_for_ever;
    `);
  }
}
