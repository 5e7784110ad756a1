import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter may bring an entry for its reader's calendar. */
export class LettersWithCalendars1797000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail
        add column calendar text,
        add column calendar_method text check (calendar_method in ('PUBLISH', 'REQUEST', 'CANCEL')),
        add column calendar_url text,
        add check ((calendar is null) = (calendar_method is null)),
        add check (calendar is not null or calendar_url is null);
      comment on column mail.calendar is 'iCalendar (RFC 5545), for the calendar of whoever reads the letter';
      comment on column mail.calendar_url is 'where the reader finds the same: for a way of sending that has words only';
      create or replace view letter_standing as
        select id, dedupe_key, recipient, subject, body_text, body_html, created_at, sent_at, attempts, last_error,
               sent_at is null and last_error is not null and forgotten_at is null as failed,
               calendar, calendar_method, calendar_url
          from mail;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view letter_standing;
      alter table mail drop column calendar, drop column calendar_method, drop column calendar_url;
      create view letter_standing as
        select id, dedupe_key, recipient, subject, body_text, body_html, created_at, sent_at, attempts, last_error,
               sent_at is null and last_error is not null and forgotten_at is null as failed
          from mail;
      comment on view letter_standing is 'letters, and whether they have gone';
    `);
  }
}
