import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of mandates, and of what they ask. */
export class MandateWindows1797000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view mandate_standing as
        select id, title, body_id, requirement_id, scheme_id, before_sitting, proposed_by, outcome is null as waits from mandate;
      comment on view mandate_standing is 'who has to meet what, as it stands';

      create view obligation_standing as
        select o.id, o.person_id, o.mandate_id, o.since, o.due_on, o.met_on,
               o.met_on is null and o.closed_on is null as is_open, m.who = 'group' as in_group
          from obligation o join mandate m on m.id = o.mandate_id;
      comment on view obligation_standing is 'what is asked of people by a day, and what became of it';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view obligation_standing; drop view mandate_standing');
  }
}
