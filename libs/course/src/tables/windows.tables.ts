import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of courses. */
export class Course1796000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view course_current as
        select id, slug, title, summary, minutes, core, created_at, published_version_id from course;
      comment on view course_current is 'courses as they are now, published or not';

      create view version_standing as
        select v.id, v.course_id, v.number, v.state, v.key, v.standard, v.edition, v.title, v.manifest, v.file_count,
               v.bytes, v.package_sha256, v.outside, v.uploaded_by, v.uploaded_at, v.published_by, v.published_at,
               version_can_go(v.id) as can_go,
               not exists (select from course_version l where l.course_id = v.course_id and l.number > v.number)
                 as is_newest
          from course_version v;
      comment on view version_standing is 'versions, and where they stand';

      create view publication_made as
        select id, course_id, version_id, number, ground, round_id, override_id, policy, change_note, retake_by,
               half_way, published_by, published_at
          from publication;
      comment on view publication_made is 'each time a version became the one that members see';

      create view upload_standing as
        select u.id, u.course_id, u.version_id, u.file_name, u.bytes, u.state,
               u.state in ('receiving', 'waiting', 'importing') as is_running,
               u.state in ('refused', 'failed') as went_wrong, u.progress, u.report,
               case when u.state = 'waiting' then (
                 select count(*)::int from package_upload b
                  where b.finished_at is null
                    and (b.state = 'importing' or b.state = 'waiting' and b.waiting_place < u.waiting_place)) end as before,
               u.uploaded_by, u.created_at, u.finished_at
          from package_upload u;
      comment on view upload_standing is 'uploaded packages, and how far they are';

      create view host_agreed as
        select version_id, host, uses, reason, agreed_by, agreed_at from version_host;
      comment on view host_agreed is 'other websites that the pages of a version may load from';

      -- For triggers of others: whoever publishes locks the course, so one of the two sees what the other did.
      create function hold_course(course uuid) returns void language plpgsql as $$
        begin perform from course where id = hold_course.course for key share; end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function hold_course(uuid); drop view host_agreed; drop view upload_standing; drop view publication_made; drop view version_standing; drop view course_current',
    );
  }
}
