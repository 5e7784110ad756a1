import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emptying the whole table is a change too. */
export class Platform1795000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create trigger audit_event_is_never_emptied before truncate on audit_event
        for each statement execute function audit_event_is_for_ever()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger audit_event_is_never_emptied on audit_event');
  }
}

/** Hashes with a key that the database does not know. Events from before get theirs, their seals, from the application. */
export class Platform1795000000813 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_event add column key_id text;
      comment on column audit_event.key_id is 'fingerprint of the key that hash was made with; null: from before there were keys, see audit_seal';
      create unique index audit_event_follows on audit_event (previous_hash) where key_id is not null;

      create table audit_seal (
        event_id bigint primary key references audit_event,
        hash bytea not null,
        key_id text not null
      );
      comment on table audit_seal is 'the keyed hashes of events from before there were keys; never changed';
      create trigger audit_seal_is_for_ever before update or delete on audit_seal
        for each row execute function audit_event_is_for_ever();
      create trigger audit_seal_is_never_emptied before truncate on audit_seal
        for each statement execute function audit_event_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_seal; alter table audit_event drop column key_id');
  }
}
