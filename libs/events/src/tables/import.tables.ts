import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes that were pasted or uploaded, row by row, with what somebody has made of each. */
export class ProgrammeImport1797000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table programme_import (
        id uuid primary key,
        name text not null check (name <> ''),
        first_month text check (first_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        notes text[] not null,
        state text not null check (state in ('preview', 'imported', 'discarded')),
        rows integer not null check (rows > 0),
        sessions integer,
        fixed integer,
        taken_by uuid not null references person,
        taken_at timestamptz not null,
        decided_by uuid references person,
        decided_at timestamptz,
        check ((state = 'preview') = (decided_at is null)),
        check ((state = 'imported') = (sessions is not null and fixed is not null))
      );
      create index programme_import_newest on programme_import (taken_at desc, id);
      comment on column programme_import.sessions is 'how many it has brought; null: it is not imported';

      create table programme_import_row (
        import_id uuid not null references programme_import on delete cascade,
        at integer not null check (at >= 0),
        number integer not null,
        cells jsonb not null,
        mended jsonb not null,
        is_left_out boolean not null,
        kept text[] not null,
        became text,
        primary key (import_id, at)
      );
      comment on column programme_import_row.became is 'what it was when it was imported, in words';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table programme_import_row; drop table programme_import');
  }
}
