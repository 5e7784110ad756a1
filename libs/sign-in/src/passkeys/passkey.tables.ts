import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys on people's own devices that sign them in. */
export class Passkeys1798000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey_holder (
        person_id uuid primary key references person on delete cascade,
        handle bytea not null unique
      );
      comment on column passkey_holder.handle is 'what devices know the person by: 32 random bytes';

      create table passkey (
        credential_id text primary key,
        id uuid not null unique,
        person_id uuid not null references person on delete cascade,
        email text not null,
        public_key bytea not null,
        counter bigint not null,
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      comment on column passkey.id is 'what its owner calls it by in an address';
      comment on column passkey.email is 'of the person when it was added: with another address it is over';
      create index passkey_person on passkey (person_id);

      create table passkey_challenge (
        hash bytea primary key,
        person_id uuid references person on delete cascade,
        until timestamptz not null
      );
      comment on table passkey_challenge is 'what a device is to sign, once';
      comment on column passkey_challenge.person_id is 'who adds a passkey; null: somebody signs in';
      create index passkey_challenge_until on passkey_challenge (until);
      create index passkey_challenge_person on passkey_challenge (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table passkey_challenge; drop table passkey; drop table passkey_holder');
  }
}
