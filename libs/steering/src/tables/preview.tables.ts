import type { MigrationInterface, QueryRunner } from 'typeorm';

class Preview1795000000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table preview (
        id uuid primary key,
        version_id uuid not null references course_version,
        course_id uuid not null references course,
        round_id uuid,
        person_id uuid not null,
        token_hash bytea not null unique,
        journal_key bytea not null,
        opened_at timestamptz not null,
        live_until timestamptz not null,
        last_seen_at timestamptz not null,
        current_sco text,
        notice text not null default '',
        pages jsonb not null default '{}',
        calls integer not null default 0,
        shown_ms integer not null default 0,
        shown_seconds integer not null generated always as (shown_ms / 1000) stored,
        browser text not null default ''
      );
      comment on table preview is 'one opening of the player to look at a version: nothing here is anybody''s learning';
      comment on column preview.token_hash is 'SHA-256 of the capability in the address';
      comment on column preview.notice is 'what the page says first: where it was taken to, and why';
      comment on column preview.pages is
        '{page: [calls received, milliseconds shown]}: a repeated batch of the log is told by it';
      comment on column preview.calls is 'how many rows preview_call has';
      create index preview_round on preview (round_id, person_id);
      create index preview_person on preview (person_id, version_id, opened_at desc);

      create table preview_sco (
        preview_id uuid not null references preview on delete cascade,
        sco text not null,
        seq integer not null,
        final boolean not null,
        cmi json not null,
        primary key (preview_id, sco)
      );
      comment on table preview_sco is 'where each SCO of a preview was left, so that a reloaded page goes on there';
      comment on column preview_sco.seq is 'of the commit it is from; 0 when it came from an earlier preview or a finding';

      create table preview_call (
        preview_id uuid not null references preview on delete cascade,
        n integer not null,
        sco text not null,
        at_ms integer not null,
        call text not null,
        element text not null,
        value text not null,
        value_length integer,
        answer text not null,
        answer_length integer,
        error text not null,
        primary key (preview_id, n)
      );
      comment on table preview_call is 'the run-time log: every call of the SCORM API, in order; append only';
      comment on column preview_call.at_ms is 'milliseconds since the preview was opened';
      comment on column preview_call.value_length is 'characters it had, when it was cut';
      comment on column preview_call.error is 'code after the call; empty for 0';
      create function preview_call_stays() returns trigger language plpgsql as $$
        begin raise exception 'the run-time log is never changed'; end $$;
      create trigger preview_call_stays before update on preview_call
        for each row execute function preview_call_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table preview_call; drop function preview_call_stays; drop table preview_sco; drop table preview
    `);
  }
}

export const previewMigrations = [Preview1795000000730];
