import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others read of a version's review. */
export class ReviewWindow1798000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view version_review as
        select v.id as version_id,
               coalesce((select d.review_by from review_date d where d.version_id = v.id order by d.id desc limit 1),
                 (v.declared->>'reviewBy')::date) as review_by,
               i.asked, i.confirmed, i.changed
          from course_version v
          cross join lateral (
            select count(*)::int as asked, count(*) filter (where a.answer = 'confirmed')::int as confirmed,
                   count(*) filter (where a.answer = 'changed')::int as changed
              from jsonb_array_elements(v.declared->'review') q (item)
              left join lateral (
                select answer from review_answer where course_id = v.course_id and item = q.item->>'id'
                 order by id desc limit 1) a on true
             where q.item->>'asks' <> 'watch') i
         where v.declared is not null;
      comment on view version_review is 'by when versions are to be reviewed, and how much of them is confirmed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view version_review');
  }
}
