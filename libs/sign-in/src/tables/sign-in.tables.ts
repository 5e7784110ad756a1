import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong codes are counted for those who type them; a person sees where they are signed in. */
export class SignInSenders1795000000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in_link drop column tries;
      create index sign_in_link_browser on sign_in_link (browser_hash);

      create table sign_in_wrong_code (
        browser_hash bytea not null,
        email text not null,
        sender_hash bytea not null,
        times integer not null,
        last_at timestamptz not null,
        primary key (browser_hash, email, sender_hash)
      );
      comment on table sign_in_wrong_code is 'how often a sender typed a code wrongly for the letters that a browser asked for';
      comment on column sign_in_wrong_code.sender_hash is 'network and account together, for counting';
      create index sign_in_wrong_code_last on sign_in_wrong_code (last_at);

      alter table sign_in add column id uuid not null default gen_random_uuid() unique;
      alter table sign_in alter column id drop default;
      alter table sign_in add column address text;
      comment on column sign_in.id is 'what its owner calls it by: the hash of the cookie stays here';
      comment on column sign_in.address is 'network address, shown to its owner; goes with the row, after 12 hours at most';

      update mail set secret_until = created_at + interval '15 minutes' where dedupe_key like 'sign-in:%';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in drop column id, drop column address;
      drop table sign_in_wrong_code;
      drop index sign_in_link_browser;
      alter table sign_in_link add column tries integer not null default 0;
    `);
  }
}
