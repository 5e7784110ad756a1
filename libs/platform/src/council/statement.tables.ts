import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements about accessibility, cookies, privacy and terms, as the council writes them. */
export class StatementText1798000000137 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement_text (
        kind text not null check (kind in ('accessibility', 'cookies', 'privacy', 'terms')),
        language text not null check (language in ('en', 'cy')),
        version integer not null check (version > 0),
        text text not null check (length(text) <= 30000),
        changed_by uuid not null,
        changed_at timestamptz not null,
        primary key (kind, language, version)
      );

      create function statement_text_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'statements are never changed or deleted: the next version says it anew'; end $$;
      create trigger statement_text_is_for_ever before update or delete on statement_text
        for each row execute function statement_text_is_for_ever();
      create trigger statement_text_is_never_emptied before truncate on statement_text
        for each statement execute function statement_text_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statement_text; drop function statement_text_is_for_ever');
  }
}
