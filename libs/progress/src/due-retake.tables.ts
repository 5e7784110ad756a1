import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The retakes that are due, for lists of many people: `due_renewal` asks about each person one by one. */
export class Progress1795000000760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view due_retake as
        with met as materialized (
          select p.id as publication_id, g.person_id
          from publication p
          join publication q on q.course_id = p.course_id and q.number >= p.number
          join attempt a on a.version_id = q.version_id and a.completed_at > p.published_at
          join registration g on g.id = a.registration_id and g.course_id = p.course_id
          where p.policy = 'retake'
        )
        select r.person_id, r.course_id, min(r.due_on) as due_on
        from renewal r
        where not exists (select from met m where m.publication_id = r.publication_id and m.person_id = r.person_id)
        group by r.person_id, r.course_id;
      comment on view due_retake is 'of due_renewal the first day of each person and course, worked out for everybody at once';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view due_retake');
  }
}
