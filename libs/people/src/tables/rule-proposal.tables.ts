import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rule that gives a role that confirms is a proposal too; several may wait at once. */
export class RuleProposal1798000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk_proposal drop constraint desk_proposal_kind_check;
      alter table desk_proposal drop constraint desk_proposal_check1;
      alter table desk_proposal add constraint desk_proposal_kind_check
        check (kind in ('roles', 'address', 'return', 'quorum', 'rule'));
      alter table desk_proposal add constraint desk_proposal_about
        check ((kind in ('quorum', 'rule')) = (person_id is null));
      drop index desk_proposal_waiting;
      create unique index desk_proposal_waiting on desk_proposal
        (kind, coalesce(person_id, '00000000-0000-0000-0000-000000000000'),
         (case when kind = 'rule' then wish else 'null'::jsonb end)) where outcome is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk_proposal disable trigger user;
      delete from desk_proposal where kind = 'rule';
      alter table desk_proposal enable trigger user;
      alter table desk_proposal drop constraint desk_proposal_kind_check;
      alter table desk_proposal drop constraint desk_proposal_about;
      alter table desk_proposal add constraint desk_proposal_kind_check
        check (kind in ('roles', 'address', 'return', 'quorum'));
      alter table desk_proposal add constraint desk_proposal_check1 check ((kind = 'quorum') = (person_id is null));
      drop index desk_proposal_waiting;
      create unique index desk_proposal_waiting
        on desk_proposal (kind, coalesce(person_id, '00000000-0000-0000-0000-000000000000')) where outcome is null;
    `);
  }
}
