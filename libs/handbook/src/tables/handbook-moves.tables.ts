import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A section may stand in another chapter than the one it was added to, and a question in another section: from a text of it on. */
export class HandbookMoves1798000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table handbook_text add column parent_id uuid references handbook_entry,
        add constraint handbook_text_of_a_district_stands_with_its_entry check (district is null or parent_id is null);
      comment on column handbook_text.parent_id is 'what it stands in; null: where its entry was added';

      create function handbook_text_stands_where_it_may() returns trigger language plpgsql as $$
        begin
          if new.parent_id is not null and not exists (
            select from handbook_entry e join handbook_entry p on p.id = new.parent_id
             where e.id = new.entry_id and p.kind = e.parent_kind)
            then raise exception 'sections stand in chapters, questions in sections'; end if;
          return new;
        end $$;
      create trigger handbook_text_stands_where_it_may before insert on handbook_text
        for each row execute function handbook_text_stands_where_it_may();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger handbook_text_stands_where_it_may on handbook_text; drop function handbook_text_stands_where_it_may;
      alter table handbook_text drop column parent_id;
    `);
  }
}
