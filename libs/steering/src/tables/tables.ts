import { Steering1796000000026 } from './windows.tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Index1795000000760 } from './index.tables';
import { previewMigrations } from './preview.tables';
import { Report1795000000750 } from './report.tables';
import { OverrideStays1795000000880 } from './override-stays.tables';
import { SecondWalls1795000000862 } from './second-walls.tables';
import { STEERING_WALLS } from './walls';

class Steering1795000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table test_round (
        id uuid primary key,
        course_id uuid not null,
        version_id uuid not null,
        package_sha256 bytea not null,
        number integer not null,
        state text not null default 'open' check (state in ('open', 'closed')),
        focus text not null,
        checklist jsonb not null,
        quorum integer not null check (quorum >= 1),
        deadline timestamptz not null,
        opened_by uuid not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        closed_why text check (closed_why in ('quorum', 'deadline', 'officer')),
        unique (course_id, number),
        check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (closed_why is not null))
      );
      comment on column test_round.number is 'counts the rounds of the course';
      comment on column test_round.package_sha256 is 'of the bytes under test';
      comment on column test_round.checklist is '[{"id", "text"}], as it was asked';
      create unique index test_round_open on test_round (version_id) where state = 'open';
      create index test_round_deadline on test_round (state, deadline);
      create index test_round_version on test_round (version_id, number desc);
      create index test_round_newest on test_round (opened_at desc, id);

      create table test_round_tester (
        round_id uuid not null references test_round,
        person_id uuid not null,
        invited_at timestamptz not null,
        nudged_at timestamptz,
        could_not_finish_at timestamptz,
        could_not_finish_why text,
        primary key (round_id, person_id)
      );
      create index test_round_tester_person on test_round_tester (person_id);

      create table sign_off (
        round_id uuid not null,
        person_id uuid not null,
        decision text not null check (decision in ('signed_off', 'refused')),
        reason text not null default '',
        checklist jsonb not null,
        preview_seconds integer not null,
        package_sha256 bytea not null,
        at timestamptz not null,
        primary key (round_id, person_id),
        foreign key (round_id, person_id) references test_round_tester
      );
      comment on table sign_off is 'what a tester says now; what they said before is in the audit trail';
      comment on column sign_off.checklist is '{item: {"answer": "yes" | "no" | "not_looked_at", "note"}}';

      create table finding (
        id uuid primary key,
        course_id uuid not null,
        number integer not null,
        round_id uuid not null references test_round,
        version_id uuid not null,
        author_id uuid not null,
        severity text not null check (severity in ('blocking', 'should_fix', 'suggestion')),
        text text not null,
        sco text,
        sco_title text not null default '',
        location text not null default '',
        progress numeric,
        resume json,
        preview_id uuid,
        log_from integer,
        log_to integer,
        screenshot_sha256 bytea,
        screenshot_type text,
        state text not null default 'open' check (state in ('open', 'answered', 'fixed', 'will_not_fix', 'withdrawn')),
        fixed_in_version_id uuid,
        reason text not null default '',
        assignee_id uuid,
        settled_at timestamptz,
        settled_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (course_id, number),
        check ((state = 'fixed') = (fixed_in_version_id is not null)),
        check ((settled_at is null) = (settled_by is null)),
        check (settled_at is null or state in ('fixed', 'will_not_fix', 'withdrawn'))
      );
      comment on column finding.resume is 'what the run-time had stored there: {"location", "suspendData"}, to go back';
      comment on column finding.progress is 'share done, 0 to 1, as the package reported it';
      create index finding_unsettled on finding (course_id) where settled_at is null;
      create index finding_round on finding (round_id, number);
      create index finding_author on finding (author_id) where settled_at is null;
      create index finding_fixed on finding (fixed_in_version_id) where state = 'fixed';

      create table finding_comment (
        id uuid primary key,
        finding_id uuid not null references finding,
        author_id uuid not null,
        text text not null,
        change jsonb,
        at timestamptz not null
      );
      comment on column finding_comment.change is 'what the act changed: {"state": [from, to], "severity": …, "assignee": …}';
      create index finding_comment_thread on finding_comment (finding_id, at);

      create table publish_override (
        id uuid primary key,
        version_id uuid not null,
        course_id uuid not null,
        proposed_by uuid not null,
        reason text not null,
        proposed_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        withdrawn_at timestamptz,
        check (confirmed_by <> proposed_by),
        check ((confirmed_by is null) = (confirmed_at is null)),
        check (confirmed_at is null or withdrawn_at is null)
      );
      create unique index publish_override_waiting on publish_override (version_id)
        where confirmed_at is null and withdrawn_at is null;
      create index publish_override_course on publish_override (course_id, confirmed_at);
    `);
    await runner.query(STEERING_WALLS.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(STEERING_WALLS.down);
    await runner.query(`
      drop table publish_override; drop table finding_comment; drop table finding; drop table sign_off;
      drop table test_round_tester; drop table test_round
    `);
  }
}

export const steeringMigrations = [
  Steering1795000000720,
  ...previewMigrations,
  Report1795000000750,
  Index1795000000760,
  SecondWalls1795000000862,
  OverrideStays1795000000880,
  Steering1796000000026,
];
