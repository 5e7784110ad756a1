import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDING = `select person_id, proposed_by, outcome is null as waits, outcome in ('agreed', 'alone') as took_effect, decided_at`;
const COMMENT = `comment on view proposal_standing is 'changes that take two people, and what became of them'`;

/** Since when a change waits for a second person. */
export class ProposalWindow1797000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create or replace view proposal_standing as ${STANDING}, proposed_at from desk_proposal`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view proposal_standing;
      create view proposal_standing as ${STANDING} from desk_proposal; ${COMMENT}`);
  }
}
