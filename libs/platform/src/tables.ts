import { Platform1796000000020 } from './windows.tables';
import { SearchEntries1798000000130 } from './search/search.tables';
import { SearchSpeed1798000000177 } from './search/search-speed.tables';
import { CouncilRevision1798000000136 } from './council/council.tables';
import { StatementText1798000000137 } from './council/statement.tables';
import { PageCount1798000000138 } from './usage/usage.tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Platform1795000000810, Platform1795000000813 } from './audit/audit.tables';

class Platform1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table setting (
        key text primary key,
        value jsonb not null,
        changed_at timestamptz not null
      );

      create table audit_event (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        detail jsonb not null,
        previous_hash bytea not null,
        hash bytea not null
      );
      create index audit_event_subject on audit_event (subject_type, subject_id, id desc);
      create index audit_event_actor on audit_event (actor_id, id desc);

      create function audit_event_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'audit events are never changed or deleted'; end $$;
      create trigger audit_event_is_for_ever before update or delete on audit_event
        for each row execute function audit_event_is_for_ever();

      create table mail (
        id uuid primary key,
        dedupe_key text not null unique,
        recipient text not null,
        subject text not null,
        body_text text not null,
        body_html text not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        attempts integer not null default 0,
        last_error text,
        next_attempt_at timestamptz
      );
      create index mail_newest on mail (created_at desc, id);
      create index mail_recipient on mail (recipient, created_at desc);
      create index mail_unsent on mail (next_attempt_at) where sent_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table mail; drop table audit_event; drop function audit_event_is_for_ever; drop table setting`,
    );
  }
}

export const platformMigrations = [
  Platform1795000000000,
  Platform1795000000810,
  Platform1795000000813,
  Platform1796000000020,
  SearchEntries1798000000130,
  CouncilRevision1798000000136,
  StatementText1798000000137,
  PageCount1798000000138,
  SearchSpeed1798000000177,
];
