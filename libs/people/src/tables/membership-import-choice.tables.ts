import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a row of a list is about, where two have its name and somebody at the desk has chosen. */
export class MembershipImportChoice1797000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table membership_import_choice (
        content text primary key,
        person_id uuid references person,
        email text,
        chosen_by uuid not null references person,
        chosen_at timestamptz not null,
        check ((person_id is null) <> (email is null))
      );
      comment on column membership_import_choice.content is 'hash of what the row says';
      create index membership_import_choice_person on membership_import_choice (person_id);
      create index membership_import_choice_chosen on membership_import_choice (chosen_at);

      alter table membership_import_row add column could_be jsonb;
      comment on column membership_import_row.could_be is 'whom it could be about, where its name does not say it';
      create index membership_import_row_could_be on membership_import_row (import_id, row_number) where could_be is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table membership_import_choice; alter table membership_import_row drop column could_be`);
  }
}
