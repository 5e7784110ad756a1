import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guests of partners who were at a session, and that they were asked about it. */
export class GuestsThere1797000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guest_attendance (
        session_id uuid not null references programme_session,
        guest_id uuid not null references guest,
        was_there boolean not null,
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        primary key (session_id, guest_id)
      );
      create index guest_attendance_guest on guest_attendance (guest_id);

      create table guest_feedback (
        session_id uuid not null references programme_session,
        guest_id uuid not null references guest,
        token_hash bytea not null unique,
        asked_at timestamptz not null,
        answered_on date,
        primary key (session_id, guest_id)
      );
      create index guest_feedback_guest on guest_feedback (guest_id);
      comment on column guest_feedback.token_hash is 'of the link by which the guest answers'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table guest_feedback; drop table guest_attendance');
  }
}
