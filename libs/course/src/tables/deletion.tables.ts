import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which versions can be deleted, which files then go, and in which order uploads wait. */
export class Course1795000000852 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index package_upload_unfinished;
      alter table package_upload drop column waiting_since;
      alter table package_upload add column waiting_place bigint;
      comment on column package_upload.waiting_place is 'among the uploads that wait for their turn, the lowest is next';
      create index package_upload_unfinished on package_upload (waiting_place) where finished_at is null;

      -- What somebody has done with a version keeps it.
      create function version_can_go(version uuid) returns boolean language plpgsql stable as $$
        begin
          return exists (select from course_version where id = version and state = 'draft')
            and not exists (select from publication where version_id = version)
            and not exists (select from test_round where version_id = version)
            and not exists (select from finding where version_id = version or fixed_in_version_id = version)
            and not exists (select from publish_override where version_id = version)
            and not exists (select from preview where version_id = version)
            and not exists (select from attempt where version_id = version);
        end $$;
      create or replace function version_is_needed() returns trigger language plpgsql as $$
        begin
          if not version_can_go(old.id) then
            raise exception 'version % is needed', old.id using errcode = 'check_violation', constraint = 'version_is_needed';
          end if;
          return old;
        end $$;

      -- The store knows files by their content only: a package may hold the very bytes of a certificate.
      create function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return exists (select from package_file where sha256 = file)
            or exists (select from certificate where pdf_sha256 = file)
            or exists (select from finding where screenshot_sha256 = file)
            or exists (select from round_report where sha256 = file or storing_sha256 = file);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function file_is_needed(bytea);
      create or replace function version_is_needed() returns trigger language plpgsql as $$
        begin raise exception 'versions are not deleted' using errcode = 'check_violation'; end $$;
      drop function version_can_go(uuid);
      drop index package_upload_unfinished;
      alter table package_upload drop column waiting_place;
      alter table package_upload add column waiting_since timestamptz;
      create index package_upload_unfinished on package_upload (waiting_since, id) where finished_at is null
    `);
  }
}
