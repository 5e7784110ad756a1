import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of group discussions, and the links by which facilitators write it down. */
export class Lessons1797000000281 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lesson_capture (
        id uuid primary key,
        session_id uuid not null references programme_session,
        token_sha256 bytea not null unique check (length(token_sha256) = 32),
        made_at timestamptz not null,
        made_by uuid not null references person,
        revoked_at timestamptz,
        revoked_by uuid references person,
        check ((revoked_at is null) = (revoked_by is null))
      );
      create index lesson_capture_session on lesson_capture (session_id);

      create table lesson (
        id uuid primary key,
        session_id uuid not null references programme_session,
        kind text not null check (kind in ('discussion', 'lesson', 'gap')),
        prompt text check (prompt <> ''),
        words text not null check (words <> ''),
        carried_to_event uuid references programme_event,
        capture_id uuid references lesson_capture,
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        check (carried_to_event is null or kind = 'gap'),
        check (capture_id is null or recorded_by is null)
      );
      create index lesson_session on lesson (session_id, recorded_at);
      create index lesson_carried on lesson (carried_to_event) where carried_to_event is not null;
      create index lesson_captured on lesson (capture_id) where capture_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lesson; drop table lesson_capture');
  }
}
