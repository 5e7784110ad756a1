import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLD_NAME_SQL } from '../persons/name-fold';

/** Names are found and sorted by what they fold to, whoever wrote the row. */
export class NameFold1795000000861 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOLD_NAME_SQL);
    await runner.query(`
      alter table person add column name_folded text not null generated always as (fold_name(name)) stored;
      comment on column person.name_folded is 'to find and to sort by: see foldName in libs/people';
      drop index person_name;
      create index person_name on person (name_folded, name, id);
      drop index person_group;
      create index person_group on person (political_group, name_folded)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_group; drop index person_name;
      alter table person drop column name_folded;
      create index person_name on person (name, id);
      create index person_group on person (political_group, name);
      drop function fold_name(text)
    `);
  }
}
