import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the Members Handbook says: its chapters, their sections and the questions in them, in texts that are never changed. */
export class HandbookTexts1798000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handbook_entry (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
        kind text not null check (kind in ('chapter', 'section', 'question')),
        parent_id uuid,
        parent_kind text,
        added_at timestamptz not null,
        added_by uuid not null references person,
        unique (id, kind),
        foreign key (parent_id, parent_kind) references handbook_entry (id, kind),
        constraint handbook_entry_stands_where_it_may check (
          case kind when 'chapter' then parent_id is null and parent_kind is null
            when 'section' then parent_id is not null and parent_kind = 'chapter'
            else parent_id is not null and parent_kind = 'section' end)
      );
      create index handbook_entry_parent on handbook_entry (parent_id);

      create table handbook_text (
        id uuid primary key,
        entry_id uuid not null references handbook_entry,
        district text check (district <> ''),
        number integer not null check (number >= 1),
        title text check (title <> ''),
        title_cy text,
        body text not null,
        body_cy text,
        position smallint check (position between 1 and 999),
        until date,
        is_at_once boolean not null,
        is_withdrawn boolean not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        unique nulls not distinct (entry_id, district, number),
        constraint handbook_text_of_a_district_is_a_body check (
          case when district is null then title is not null and position is not null
            else title is null and title_cy is null and position is null and until is null and is_at_once end)
      );
      comment on column handbook_text.district is 'null: for everybody';
      comment on column handbook_text.until is 'the last day on which a topical question is shown';
      comment on column handbook_text.is_at_once is 'it is live since it was written; else since the edition that has it';

      create function handbook_text_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'texts of the handbook are changed by a further one'; end $$;
      create trigger handbook_text_is_for_ever before update or delete on handbook_text
        for each row execute function handbook_text_is_for_ever();
      create trigger handbook_text_is_never_emptied before truncate on handbook_text
        for each statement execute function handbook_text_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table handbook_text; drop table handbook_entry; drop function handbook_text_is_for_ever');
  }
}
