import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the council is called and how its pages look, revision after revision. */
export class CouncilRevision1798000000136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table council_revision (
        revision integer primary key check (revision > 0),
        said jsonb not null check (jsonb_typeof(said) = 'object'),
        changed_by uuid,
        changed_at timestamptz not null,
        went_back_to integer check (went_back_to >= 0 and went_back_to < revision)
      );

      create function council_revision_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'revisions of the council are never changed or deleted'; end $$;
      create trigger council_revision_is_for_ever before update or delete on council_revision
        for each row execute function council_revision_is_for_ever();
      create trigger council_revision_is_never_emptied before truncate on council_revision
        for each statement execute function council_revision_is_for_ever();

      -- The Welsh name had a setting of its own.
      insert into council_revision (revision, said, changed_at)
        select 1, jsonb_build_object('nameCy', value), changed_at from setting
         where key = 'council.name-cy' and jsonb_typeof(value) = 'string' and value <> '""';
      delete from setting where key = 'council.name-cy';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into setting (key, value, changed_at)
        select 'council.name-cy', said->'nameCy', changed_at from council_revision
         where revision = (select max(revision) from council_revision) and said ? 'nameCy';
      drop table council_revision;
      drop function council_revision_is_for_ever;
    `);
  }
}
