import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates as credentials for wallets: the place of each in the lists of what no longer counts, and whose key signed. */
export class Accreditation1797000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credential (
        certificate_id uuid primary key references certificate,
        counter integer generated always as identity (minvalue 0 start 0),
        -- 131,072 places a list. The numbers are odd and fixed: neighbours in a list are no neighbours in time, and no two meet.
        list integer not null generated always as (counter / 131072) stored,
        list_index integer not null generated always as (((counter % 131072)::bigint * 74093 + 24421) % 131072) stored,
        identity_hash text not null,
        salt text not null,
        made_at timestamptz not null,
        unique (list, list_index)
      );
      comment on column credential.identity_hash is 'of the holder''s e-mail address and the salt; both empty once the person is erased';

      create table issuer_key (
        id text primary key,
        public_key bytea not null unique check (length(public_key) = 32),
        since timestamptz not null
      );
      comment on table issuer_key is 'public keys that credentials were signed with; private ones are in DATA_DIR/keys';
      create function issuer_key_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'the keys that credentials were signed with are never changed or deleted'; end $$;
      create trigger issuer_key_is_for_ever before update or delete on issuer_key
        for each row execute function issuer_key_is_for_ever();
      create trigger issuer_key_is_never_emptied before truncate on issuer_key
        for each statement execute function issuer_key_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table credential; drop table issuer_key; drop function issuer_key_is_for_ever');
  }
}
