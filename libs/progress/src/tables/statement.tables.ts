import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a learning record store is told. Nothing is written here while there is none. */
export class Statement1797000000339 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table learning_statement (
        id uuid primary key,
        person_id uuid not null,
        about text not null,
        verb text not null,
        body jsonb,
        made_at timestamptz not null,
        sent_at timestamptz,
        refusal text,
        check ((body is null) = (sent_at is not null)),
        check (refusal is null or sent_at is null)
      );
      create index learning_statement_about on learning_statement (about, verb);
      create index learning_statement_person on learning_statement (person_id);
      create index learning_statement_waits on learning_statement (made_at, id) where sent_at is null;
      comment on column learning_statement.about is 'the attempt or the launch';
      comment on column learning_statement.body is 'as it is sent to the record store; null once it was';

      create table learning_statement_sending (
        singleton boolean primary key check (singleton),
        began_at timestamptz not null,
        looked_until timestamptz not null,
        busy_until timestamptz not null,
        failures integer not null,
        problem text
      );
      comment on table learning_statement_sending is 'how far statements have come: one row';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table learning_statement; drop table learning_statement_sending');
  }
}
