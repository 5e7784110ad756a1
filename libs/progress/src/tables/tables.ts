import { Progress1796000000027 } from './retake-due.tables';
import { Progress1796000000024 } from './windows.tables';
import { Progress1797000000330 } from './sequencing.tables';
import { Progress1797000000331 } from './sequencing-beside.tables';
import { Statement1797000000339 } from './statement.tables';
import { Progress1797000000340 } from './launch-opened.tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Progress1795000000840 } from './changed-pages.tables';
import { Progress1795000000811 } from './commit-log.tables';
import { Progress1796000000001 } from './commit-log-bound.tables';
import { Progress1795000000830 } from './completed-score.tables';
import { Progress1795000000770 } from './doubt.tables';
import { Progress1795000000831 } from './look.tables';
import { LookWaiting1798000000188 } from './look-waiting.tables';
import { Progress1796000000000 } from './measured-time-index.tables';
import { Progress1795000000832 } from './measured-time.tables';
import { Progress1795000000780 } from './renewal-met.tables';
import { Progress1795000000710 } from './renewal.tables';

class Progress1795000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registration (
        id uuid primary key,
        person_id uuid not null,
        course_id uuid not null,
        revision integer not null default 0,
        score_policy text not null default 'best' check (score_policy in ('best', 'latest', 'first')),
        completion text not null default 'not_attempted'
          check (completion in ('not_attempted', 'incomplete', 'completed')),
        success text not null default 'unknown' check (success in ('unknown', 'failed', 'passed')),
        score numeric,
        progress numeric,
        learning_seconds integer not null default 0,
        started_at timestamptz not null,
        recorded_at timestamptz not null,
        completed_at timestamptz,
        completed_version_id uuid,
        unique (person_id, course_id)
      ) with (fillfactor = 70);
      comment on column registration.revision is 'counts its changes: a writer that read an older one reads again';
      comment on column registration.score is 'per cent, 0 to 100';
      comment on column registration.progress is 'share done, 0 to 1, as far as the package reports it';
      comment on column registration.completed_at is 'when the course became complete: completed and not failed';
      create index registration_course on registration (course_id, completion, person_id);

      create table attempt (
        id uuid primary key,
        registration_id uuid not null references registration,
        version_id uuid not null,
        number integer not null,
        journal_key bytea not null,
        completion text not null default 'not_attempted',
        success text not null default 'unknown',
        score numeric,
        progress numeric,
        learning_seconds integer not null default 0,
        started_at timestamptz not null,
        recorded_at timestamptz not null,
        completed_at timestamptz,
        unique (registration_id, number)
      ) with (fillfactor = 70);
      create index attempt_version on attempt (version_id);

      create table launch (
        id uuid primary key,
        attempt_id uuid not null references attempt,
        number integer not null,
        token_hash bytea not null unique,
        opened_at timestamptz not null,
        live_until timestamptz not null,
        superseded_at timestamptz,
        finished_at timestamptz,
        last_commit_at timestamptz,
        unique (attempt_id, number)
      );
      comment on column launch.last_commit_at is 'to the minute: written only when it moved that far';
      comment on column launch.finished_at is 'when a SCO of it last called Finish or Terminate';

      create table sco_state (
        attempt_id uuid not null references attempt,
        sco text not null,
        result json not null,
        runtime json not null,
        suspend_data text,
        recorded_at timestamptz not null,
        primary key (attempt_id, sco)
      ) with (fillfactor = 50, toast_tuple_target = 8160);
      comment on column sco_state.result is 'the merged results: see ScoResultState';
      comment on column sco_state.runtime is 'the merged run-time data without suspend_data: see ScoRuntime';
      comment on column sco_state.suspend_data is 'a JSON string, so that NUL and lone surrogates survive';

      create table commit_log (
        opened_on date not null,
        attempt_id uuid not null,
        launch_id uuid not null,
        seq integer not null,
        sco text not null,
        run integer not null,
        final boolean not null,
        hash bytea not null,
        suspend_hash bytea not null,
        cmi json not null,
        shown_ms integer not null,
        received_at timestamptz not null,
        primary key (opened_on, attempt_id, launch_id, seq)
      ) partition by range (opened_on);
      comment on column commit_log.opened_on is 'day of its launch (UTC): partitions by month and keeps (launch, seq) unique';
      comment on column commit_log.cmi is 'as sent; without suspend_data when that was sent as a hash';
      comment on column commit_log.suspend_hash is 'SHA-256 of suspend_data, sent or not';
      create table commit_log_other partition of commit_log default;

      -- Rows as commits write them, one parameter for each kind: see commit-rows.ts.
      create type written_registration as (
        id uuid, revision integer, completion text, success text, score float8, progress float8,
        learning_seconds integer, recorded_at timestamptz, completed_at timestamptz, completed_version_id uuid
      );
      create type written_attempt as (
        registration_id uuid, id uuid, completion text, success text, score float8, progress float8,
        learning_seconds integer, recorded_at timestamptz, completed_at timestamptz
      );
      create type written_sco as (
        registration_id uuid, attempt_id uuid, sco text, result json, runtime json, suspend_data text,
        recorded_at timestamptz
      );
      create type written_commit as (
        registration_id uuid, opened_on date, attempt_id uuid, launch_id uuid, seq integer, sco text, run integer,
        final boolean, hash bytea, suspend_hash bytea, cmi json, shown_ms integer, received_at timestamptz
      );
      create type written_launch as (
        registration_id uuid, id uuid, last_commit_at timestamptz, live_until timestamptz, finished_at timestamptz
      );

      create function prepare_commit_log(first_month date, months integer) returns void language plpgsql as $$
        declare
          month date := date_trunc('month', first_month);
          name text;
        begin
          for i in 1..months loop
            name := to_char(month, '"commit_log_"YYYY_MM');
            if to_regclass(name) is null then
              perform pg_advisory_xact_lock(hashtext('prepare_commit_log'));
              -- A month that has already begun in the default partition stays there.
              if to_regclass(name) is null and not exists (
                select from commit_log_other where opened_on >= month and opened_on < month + interval '1 month'
              ) then
                execute format('create table %I partition of commit_log for values from (%L) to (%L)',
                  name, month, (month + interval '1 month')::date);
              end if;
            end if;
            month := month + interval '1 month';
          end loop;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop type written_registration; drop type written_attempt; drop type written_sco; drop type written_commit;
      drop type written_launch; drop function prepare_commit_log; drop table commit_log; drop table sco_state;
      drop table launch; drop table attempt; drop table registration
    `);
  }
}

export const progressMigrations = [
  Progress1795000000300,
  Progress1795000000710,
  Progress1795000000770,
  Progress1795000000780,
  Progress1795000000811,
  Progress1795000000830,
  Progress1795000000831,
  Progress1795000000832,
  Progress1795000000840,
  Progress1796000000000,
  Progress1796000000001,
  Progress1796000000024,
  Progress1796000000027,
  Progress1797000000330,
  Progress1797000000331,
  Statement1797000000339,
  Progress1797000000340,
  LookWaiting1798000000188,
];
