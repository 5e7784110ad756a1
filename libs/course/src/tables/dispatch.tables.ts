import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Modules that partner councils play in their own learning systems. */
export class Dispatch1797000000338 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dispatch (
        id uuid primary key,
        version_id uuid not null references course_version,
        partner text not null check (length(partner) between 1 and 100),
        sites text[] not null,
        ends_on date not null,
        most_launches integer check (most_launches > 0),
        launches integer not null default 0 check (launches >= 0),
        files_key bytea not null check (length(files_key) = 32),
        made_by uuid not null,
        made_at timestamptz not null,
        revoked_by uuid,
        revoked_at timestamptz,
        check ((revoked_by is null) = (revoked_at is null)),
        check (launches <= most_launches)
      );
      create index dispatch_newest on dispatch (made_at desc, id);
      comment on column dispatch.sites is 'websites that may show it; none: any that is https';
      comment on column dispatch.most_launches is 'how often it may be opened in all; null: no bound';

      create table dispatch_zip (
        token_hash bytea primary key check (length(token_hash) = 32),
        dispatch_id uuid not null references dispatch,
        standard text not null check (standard in ('scorm_12', 'scorm_2004')),
        taken_by uuid not null,
        taken_at timestamptz not null
      );
      create index dispatch_zip_dispatch on dispatch_zip (dispatch_id);
      comment on column dispatch_zip.token_hash is 'SHA-256 of the secret, which is in the zip and nowhere else';

      create table dispatch_day (
        dispatch_id uuid not null references dispatch,
        day date not null,
        launches integer not null,
        begun integer not null,
        completed integer not null,
        primary key (dispatch_id, day)
      );
      comment on table dispatch_day is 'figures only: nobody at a partner is known here';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dispatch_day; drop table dispatch_zip; drop table dispatch');
  }
}
