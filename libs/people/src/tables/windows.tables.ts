import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of people. */
export class People1796000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view person_current as
        select id, name, name_folded, email, political_group, district, division, deactivated_at is null as is_active
          from person;
      comment on view person_current is 'people as they are now; also who has left';

      create view role_held as select person_id, role, confirms_from, granted_alone from person_role;
      comment on view role_held is 'roles that somebody holds now';

      create view proposal_standing as
        select person_id, proposed_by, outcome is null as waits, outcome in ('agreed', 'alone') as took_effect, decided_at
          from desk_proposal;
      comment on view proposal_standing is 'changes that take two people, and what became of them';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view proposal_standing; drop view role_held; drop view person_current');
  }
}
