import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To whom holders of certificates show their name. Without a row: to whoever has the paper. See docs/decisions/1062. */
export class NamesShown1797000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table name_shown (
        person_id uuid primary key,
        shown_to text not null check (shown_to in ('paper', 'link', 'public')),
        secret text check (length(secret) between 20 and 60),
        changed_at timestamptz not null,
        check ((shown_to = 'link') = (secret is not null))
      );
      comment on column name_shown.secret is 'in the link of a holder''s own: another one makes the old link die';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table name_shown');
  }
}
