import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has to take a course again, without the publication that asked for it: lists of many people look once for each of them,
 * and a join, even one that is then left out, keeps PostgreSQL from taking the first day straight from the index.
 */
export class Progress1796000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view retake_due as
        select r.person_id, r.course_id, r.publication_id, r.due_on,
               (select min(f.due_on) from renewal f
                 where f.person_id = r.person_id and f.course_id = r.course_id and f.met_at is null) as first_due_on
          from renewal r where r.met_at is null;
      comment on view retake_due is 'who has to take which course again, and until when; for lists of many people';

      drop view due_renewal;
      create view due_renewal as
        select r.person_id, r.course_id, r.publication_id, r.due_on, p.number, p.version_id, p.published_at, p.change_note
          from renewal r join publication_made p on p.id = r.publication_id
         where r.met_at is null;
      comment on view due_renewal is 'who has to take which course again, and what asked for it';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view retake_due;
      drop view due_renewal;
      create view due_renewal as
        select r.person_id, r.course_id, r.publication_id, r.due_on, p.number, p.version_id, p.published_at, p.change_note,
               (select min(f.due_on) from renewal f
                 where f.person_id = r.person_id and f.course_id = r.course_id and f.met_at is null) as first_due_on
          from renewal r left join publication_made p on p.id = r.publication_id
         where r.met_at is null;
      comment on view due_renewal is 'who has to take which course again';`);
  }
}
