import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of the steering group. */
export class Steering1796000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view round_standing as
        select r.id, r.course_id, r.version_id, r.number, r.state, r.checklist, r.quorum, r.deadline, r.opened_by,
               r.opened_at, r.closed_at, r.closed_why,
               (select count(*) from test_round_tester t where t.round_id = r.id) as testers,
               (select count(*) from sign_off s where s.round_id = r.id and s.decision = 'signed_off'
                 and s.package_sha256 = (
                   select v.package_sha256 from version_standing v where v.id = r.version_id)) as signed_off,
               (select count(*) from sign_off s where s.round_id = r.id and s.decision = 'refused') as refused,
               (select count(*) from finding f where f.round_id = r.id) as findings
          from test_round r;
      comment on view round_standing is 'rounds of testing, and what their testers have said';

      create view round_tester as select round_id, person_id from test_round_tester;
      comment on view round_tester is 'who was asked to test in which round';

      create view no_said as
        select s.round_id, s.person_id, q.place, q.item ->> 'text' as text, s.decision,
               coalesce(s.checklist -> (q.item ->> 'id') ->> 'note', '') as note
          from sign_off s
          join test_round r on r.id = s.round_id
         cross join jsonb_array_elements(r.checklist) with ordinality as q (item, place)
         where s.checklist -> (q.item ->> 'id') ->> 'answer' = 'no';
      comment on view no_said is 'points of the checklist that testers answered with no';

      create view override_standing as
        select o.id, o.course_id, o.version_id, o.proposed_by, o.proposed_at, o.reason, o.confirmed_by, o.confirmed_at,
               o.confirmed_at is null and o.withdrawn_at is null as waits,
               o.confirmed_at is not null and not exists (
                 select from test_round r
                  where r.course_id = o.course_id and r.closed_why = 'quorum' and r.closed_at > o.confirmed_at) as in_force
          from publish_override o;
      comment on view override_standing is 'publications without the sign-off of the steering group';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop view override_standing; drop view no_said; drop view round_tester; drop view round_standing',
    );
  }
}
