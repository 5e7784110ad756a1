import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of the council: every row ever recorded, so that a reader can ask what was known at a moment. */
export class CouncilWindows1797000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view election_standing as
        select id, kind, held_on, division, recorded_at, recorded_by, superseded_at, superseded_by, reason from election;
      comment on view election_standing is 'elections and by-elections, withdrawn ones too';

      create view term_standing as
        select id, person_id, election_id, division, during, takes_office_on, recorded_at, recorded_by, replaces,
               superseded_at, superseded_by, reason from term;
      comment on view term_standing is 'who was elected where, and from when until when; superseded rows too';

      create view body_standing as select id, kind, name, name_cy, external_id, during from body;
      comment on view body_standing is 'the council, committees, panels and political groups, past ones too';

      create view body_rule_standing as
        select id, body_id, during, substitutes, recorded_at, superseded_at from body_rule;
      comment on view body_rule_standing is 'who may stand in on a body, from when until when; superseded rows too';

      create view membership_standing as
        select id, person_id, body_id, capacity, during, recorded_at, recorded_by, replaces,
               superseded_at, superseded_by, reason from membership;
      comment on view membership_standing is 'who sits on which body, from when until when; superseded rows too';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view membership_standing; drop view body_rule_standing; drop view body_standing;
      drop view term_standing; drop view election_standing`);
  }
}
