import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told by letter that an edition of the handbook is out. */
export class HandbookEditionTold1798000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handbook_edition_told (
        edition_id uuid not null references handbook_edition,
        person_id uuid not null references person on delete cascade,
        said_on date not null,
        primary key (edition_id, person_id)
      );
      create index handbook_edition_told_person on handbook_edition_told (person_id);
      comment on table handbook_edition_told is 'whoever is in it is not told again';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table handbook_edition_told');
  }
}
