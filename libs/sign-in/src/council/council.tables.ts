import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The council's own sign-in: whose account is whose here, what is under way, and sign-outs that the council told us of. */
export class CouncilSignIn1798000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity (
        issuer text not null,
        subject text not null,
        person_id uuid not null references person on delete cascade,
        id uuid not null unique,
        account text not null,
        linked_at timestamptz not null,
        last_used_at timestamptz,
        primary key (issuer, subject)
      );
      comment on table identity is 'a council account that a person signs in with; the e-mail address in it is never the key';
      comment on column identity.account is 'what the council calls it, shown to its owner';
      create index identity_person on identity (person_id);

      create table council_start (
        state_hash bytea primary key,
        browser_hash bytea not null,
        next_path text not null,
        until timestamptz not null
      );
      comment on table council_start is 'a sign-in that was begun at the council; its answer takes the row away';
      create index council_start_until on council_start (until);

      create table council_account (
        browser_hash bytea primary key,
        issuer text not null,
        subject text not null,
        account text not null,
        email text,
        told jsonb not null,
        next_path text not null,
        until timestamptz not null
      );
      comment on table council_account is 'an account that was proved in a browser and belongs to nobody here yet';
      comment on column council_account.email is 'what the council says: shown in a field, and believed by nobody';
      create index council_account_until on council_account (until);

      create table sign_in_link_account (
        link_id uuid primary key references sign_in_link on delete cascade,
        issuer text not null,
        subject text not null,
        account text not null,
        told jsonb not null
      );
      comment on table sign_in_link_account is 'the letter links this council account to whoever uses it';

      create table identity_sign_in (
        sign_in_id uuid primary key references sign_in (id) on delete cascade,
        identity_id uuid not null references identity (id) on delete cascade
      );
      comment on table identity_sign_in is 'sign-ins that a council account began: they end with it';
      create index identity_sign_in_identity on identity_sign_in (identity_id);

      create table council_logout (
        token_hash bytea primary key,
        until timestamptz not null
      );
      comment on table council_logout is 'sign-outs that the council told us of, each taken once';
      create index council_logout_until on council_logout (until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table council_logout, identity_sign_in, sign_in_link_account, council_account, council_start, identity`,
    );
  }
}
