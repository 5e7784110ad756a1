import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in calendars of those who have a place, which letters about bookings wait, and how people have their bookings. */
export class Calendar1797000000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_entry (
        booking_id uuid not null references booking,
        number integer not null check (number > 0),
        sequence integer not null check (sequence >= 0),
        sent_sequence integer,
        "on" date not null,
        "from" time,
        "to" time,
        title text not null check (title <> ''),
        place text,
        about text,
        changed_at timestamptz not null,
        cancelled_at timestamptz,
        primary key (booking_id, number),
        check (sent_sequence <= sequence)
      );
      comment on column calendar_entry.number is 'its UID is made of it, for ever: what is cancelled gives it to no other';
      comment on column calendar_entry.sent_sequence is 'the last that a letter has brought; null: none has';
      create function calendar_entry_goes_on() returns trigger language plpgsql as $$
        begin
          if old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at then
            raise exception 'what is cancelled in a calendar stays so' using errcode = 'check_violation', constraint = 'calendar_entry_goes_on';
          end if;
          if new.sequence < old.sequence then
            raise exception 'calendars take nothing older than what they have' using errcode = 'check_violation', constraint = 'calendar_entry_goes_on';
          end if;
          return new;
        end $$;
      create trigger calendar_entry_goes_on before update on calendar_entry
        for each row execute function calendar_entry_goes_on();

      create table booking_letter (
        booking_id uuid primary key references booking,
        what text not null,
        since timestamptz not null
      );
      create index booking_letter_since on booking_letter (since);
      comment on table booking_letter is 'letters that wait for the hours in which people are written to';

      create table calendar_feed (
        id uuid primary key,
        person_id uuid not null references person,
        token_hash bytea not null unique,
        made_at timestamptz not null,
        revoked_at timestamptz
      );
      create unique index calendar_feed_once on calendar_feed (person_id) where revoked_at is null;
      create index calendar_feed_person on calendar_feed (person_id, made_at desc);

      create table calendar_choice (
        person_id uuid primary key references person,
        way text not null check (way in ('letters', 'feed')),
        chosen_at timestamptz not null
      );
      comment on column calendar_choice.way is 'how bookings come into their calendar; without a row: by letters';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table calendar_choice; drop table calendar_feed; drop table booking_letter; drop table calendar_entry;
      drop function calendar_entry_goes_on`);
  }
}
