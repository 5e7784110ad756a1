import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms that came after their sign-in had ended, until the same person signs in again in the same browser. */
export class People1795000000870 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_form (
        browser_hash bytea primary key,
        person_id uuid not null references person on delete cascade,
        sealed bytea not null,
        expires_at timestamptz not null
      );
      comment on column kept_form.sealed is 'the key is worked out from the browser''s cookie and is nowhere stored';
      create index kept_form_expires on kept_form (expires_at);
      create index kept_form_person on kept_form (person_id);

      create table kept_form_key (
        one boolean primary key default true check (one),
        key bytea not null
      );
      comment on table kept_form_key is 'what the cookies of browsers that may keep a form are signed with; seals nothing';
      insert into kept_form_key (key)
        values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_form_key; drop table kept_form');
  }
}
