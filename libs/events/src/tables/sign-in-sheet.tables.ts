import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in sheets of sessions as PDFs, for a day. */
export class SignInSheet1798000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_sheet (
        session_id uuid primary key references programme_session,
        wanted_at timestamptz not null,
        revision integer not null default 1,
        leased_by uuid,
        leased_until timestamptz,
        attempts integer not null default 0,
        error text,
        storing_sha256 bytea,
        sha256 bytea,
        bytes integer,
        made_at timestamptz,
        made_of integer,
        says bytea,
        check ((made_of is null) = (sha256 is null) and (made_of is null) = (bytes is null) and (made_of is null) = (made_at is null))
      );
      comment on column sign_in_sheet.says is 'SHA-256 of what the PDF says: while it is so still, the PDF is of now';
      create index sign_in_sheet_wanted on sign_in_sheet (wanted_at);
      create index sign_in_sheet_sha256 on sign_in_sheet (sha256);
      create index sign_in_sheet_storing on sign_in_sheet (storing_sha256);

      alter function file_is_needed(bytea) rename to file_is_needed_beside_sign_in;
      create function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return file_is_needed_beside_sign_in(file)
            or exists (select from sign_in_sheet where sha256 = file or storing_sha256 = file);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function file_is_needed(bytea);
      alter function file_is_needed_beside_sign_in(bytea) rename to file_is_needed;
      drop table sign_in_sheet;
    `);
  }
}
