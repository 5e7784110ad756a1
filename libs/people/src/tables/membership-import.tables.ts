import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of members that were uploaded, what each row was taken for, and how the columns of such lists are understood. */
export class MembershipImport1797000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column external_id text;
      comment on column person.external_id is 'as the council''s other system knows them';
      create unique index person_external_id on person (lower(external_id));

      create table membership_import (
        id uuid primary key,
        file_name text not null,
        sheets jsonb,
        sheet integer not null default 0,
        columns jsonb,
        day date not null check (isfinite(day)),
        complete boolean not null default false,
        body_id uuid references body,
        state text not null check (state in ('matching', 'preview', 'applied', 'discarded')),
        digest text,
        counts jsonb,
        uploaded_by uuid not null references person,
        uploaded_at timestamptz not null,
        decided_by uuid references person,
        decided_at timestamptz,
        check ((state in ('applied', 'discarded')) = (decided_at is not null)),
        check ((state in ('applied', 'discarded')) = (sheets is null)),
        check (state <> 'preview' or (digest is not null and columns is not null))
      );
      comment on column membership_import.sheets is 'what was in the file, until it is decided what becomes of it';
      create index membership_import_uploaded on membership_import (uploaded_at desc, id);

      create table membership_import_row (
        import_id uuid not null references membership_import on delete cascade,
        position integer not null,
        row_number integer,
        outcome text not null check (outcome in ('problem', 'leaves', 'new_person', 're_elected', 'moves', 'ends',
          'new_membership', 'changed', 'same')),
        person_id uuid references person,
        name text not null,
        says text[] not null,
        said_before text[],
        primary key (import_id, position)
      );
      comment on column membership_import_row.said_before is 'what the row was taken for when somebody looked last, where that was something else';
      create index membership_import_row_outcome on membership_import_row (import_id, outcome, position);
      create index membership_import_row_person on membership_import_row (person_id);

      create table membership_import_matching (
        headings text primary key,
        columns jsonb not null,
        remembered_by uuid not null references person,
        remembered_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table membership_import_matching; drop table membership_import_row; drop table membership_import;
      drop index person_external_id; alter table person drop column external_id`);
  }
}
