import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files beyond 2 GiB; uploads that wait for their turn; versions that can be deleted, and the wall that keeps all others. */
export class Course1795000000851 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table package_file alter column bytes type bigint, alter column gzip_bytes type bigint;

      alter table package_upload drop constraint package_upload_state_check;
      alter table package_upload add constraint package_upload_state_check
        check (state in ('receiving', 'waiting', 'importing', 'accepted', 'refused', 'failed'));
      alter table package_upload add column waiting_since timestamptz;
      comment on column package_upload.waiting_since is 'when all its bytes had arrived: the order in which uploads are imported';
      create index package_upload_unfinished on package_upload (waiting_since, id) where finished_at is null;

      create table package_file_to_remove (sha256 bytea primary key);
      comment on table package_file_to_remove is
        'of versions that were deleted: removed from the store unless another version has the file by then';

      -- Whatever program deletes: what somebody has done with a version keeps it.
      create function version_is_needed() returns trigger language plpgsql as $$
        begin
          if old.state <> 'draft'
            or exists (select from publication where version_id = old.id)
            or exists (select from test_round where version_id = old.id)
            or exists (select from finding where version_id = old.id or fixed_in_version_id = old.id)
            or exists (select from publish_override where version_id = old.id)
            or exists (select from preview where version_id = old.id)
            or exists (select from attempt where version_id = old.id)
          then
            raise exception 'version % is needed', old.id using errcode = 'check_violation', constraint = 'version_is_needed';
          end if;
          return old;
        end $$;
      create trigger version_is_needed before delete on course_version for each row execute function version_is_needed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger version_is_needed on course_version; drop function version_is_needed;
      drop table package_file_to_remove;
      drop index package_upload_unfinished;
      alter table package_upload drop column waiting_since;
      alter table package_upload drop constraint package_upload_state_check;
      alter table package_upload add constraint package_upload_state_check
        check (state in ('receiving', 'importing', 'accepted', 'refused', 'failed'));
      alter table package_file alter column bytes type integer, alter column gzip_bytes type integer
    `);
  }
}
