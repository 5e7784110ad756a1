import type { MigrationInterface, QueryRunner } from 'typeorm';

const view = (alike: string) => `
  create or replace view version_review as
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
            select answer from review_answer where course_id = v.course_id and ${alike}
             order by id desc limit 1) a on true
         where q.item->>'asks' <> 'watch') i
     where v.declared is not null;
`;

/** What was confirmed counts for the words it was confirmed of: packages choose the ids of their items themselves. */
export class ReviewWords1798000000183 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(view("item = q.item->>'id' and item_words = q.item->>'text'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(view("item = q.item->>'id'"));
  }
}
