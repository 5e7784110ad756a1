import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The colour by which people know a political group. */
export class GroupColour1798000000173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table body add column colour text,
        add constraint body_colour_is_of_a_group check (colour is null or (kind = 'group' and colour ~ '^#[0-9a-f]{6}$'));
      comment on column body.colour is 'stands beside the name of a group, and never without it';
      create or replace view body_standing as select id, kind, name, name_cy, external_id, during, colour from body;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view body_standing;
      create view body_standing as select id, kind, name, name_cy, external_id, during from body;
      alter table body drop column colour;
    `);
  }
}
