import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for an officer, whichever room of accreditation it lies in, so that the desk counts it in one question. */
export class Accreditation1797000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view accreditation_waiting as
        select 'claim' as what, id, sent_at as since from claim where decided_at is null
        union all select 'award', id, awarded_at from award_waiting
        union all select 'name', id, asked_at from name_change where decided_at is null
        union all select 'by_hand', id, proposed_at from by_hand where confirmed_at is null and withdrawn_at is null
        union all select 'suspension', s.id, s.proposed_at from suspension s
          join certificate c on c.id = s.certificate_id and c.state = 'issued'
          where s.confirmed_at is null and s.withdrawn_at is null
        union all select 'revocation', r.id, r.proposed_at from revocation r
          join certificate c on c.id = r.certificate_id and c.state in ('issued', 'suspended')
          where r.confirmed_at is null and r.withdrawn_at is null
        union all select 'mandate', id, proposed_at from mandate where outcome is null
        union all select 'scheme', id, proposed_at from scheme_version where state = 'proposed'
        union all select 'register_edition', id, entered_at from register_edition
          where confirmed_at is null and ended_at is null
        union all select 'statutory_accreditation', id, entered_at from statutory_accreditation
          where confirmed_at is null and ended_at is null;
      comment on view accreditation_waiting is 'what waits for an officer, and since when';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view accreditation_waiting');
  }
}
