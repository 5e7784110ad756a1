import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a place, who waits for one, and who wants to know of a date; partner councils and their guests. */
export class Bookings1797000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner (
        id uuid primary key,
        name text not null unique check (name <> ''),
        contact text not null,
        recorded_at timestamptz not null,
        recorded_by uuid references person
      );

      create table guest (
        id uuid primary key,
        partner_id uuid not null references partner,
        name text check (name <> ''),
        email text check (email <> ''),
        added_at timestamptz not null,
        added_by uuid references person,
        check ((name is null) = (email is null))
      );
      create index guest_partner on guest (partner_id);
      comment on column guest.name is 'null: forgotten';

      create table booking (
        id uuid primary key,
        session_id uuid not null references programme_session,
        person_id uuid references person,
        guest_id uuid references guest,
        audience text not null check (audience in ('member', 'officer', 'partner')),
        seat text not null check (seat in ('room', 'online')),
        state text not null check (state in ('booked', 'waiting', 'cancelled')),
        number integer not null check (number > 0),
        pool_audience text,
        booked_at timestamptz not null,
        booked_by uuid references person,
        promoted_at timestamptz,
        told_at timestamptz,
        cancelled_at timestamptz,
        cancelled_by uuid references person,
        cancel_by text check (cancel_by in ('self', 'officer', 'council')),
        check (num_nonnulls(person_id, guest_id) = 1),
        check ((guest_id is not null) = (audience = 'partner')),
        check ((state = 'cancelled') = (cancelled_at is not null)),
        check ((state = 'cancelled') = (cancel_by is not null)),
        check (pool_audience is null or state = 'booked'),
        check (told_at is null or state = 'waiting'),
        constraint booking_number unique (session_id, number),
        constraint booking_pool foreign key (session_id, seat, pool_audience) references session_pool (session_id, seat, audience)
      );
      create unique index booking_once_person on booking (session_id, person_id) where state <> 'cancelled';
      create unique index booking_once_guest on booking (session_id, guest_id) where state <> 'cancelled';
      create index booking_person on booking (person_id, state);
      create index booking_guest on booking (guest_id) where guest_id is not null;
      create index booking_waiting on booking (session_id, number) where state = 'waiting';
      comment on column booking.number is 'in the order in which they came';
      comment on column booking.pool_audience is 'whose places it takes one of; null: it takes none that are counted';
      comment on column booking.told_at is 'when they were told that a place is free that they may take; null: none is';

      create table interest (
        event_id uuid not null references programme_event,
        person_id uuid not null references person,
        asked_at timestamptz not null,
        primary key (event_id, person_id)
      );
      create index interest_person on interest (person_id);

      create function booking_counts_places() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' and old.pool_audience is not null then
            update session_pool set taken = taken - 1
             where session_id = old.session_id and seat = old.seat and audience = old.pool_audience;
          end if;
          if tg_op <> 'DELETE' and new.pool_audience is not null then
            update session_pool set taken = taken + 1
             where session_id = new.session_id and seat = new.seat and audience = new.pool_audience;
          end if;
          return null;
        end $$;
      create trigger booking_begins_or_ends after insert or delete on booking
        for each row execute function booking_counts_places();
      create trigger booking_changes_places after update on booking for each row
        when ((old.session_id, old.seat, old.pool_audience) is distinct from (new.session_id, new.seat, new.pool_audience))
        execute function booking_counts_places();

      create function places_are_counted() returns trigger language plpgsql as $$
        begin
          if pg_trigger_depth() < 2 and new.taken <> (case when tg_op = 'UPDATE' then old.taken else 0 end) then
            raise exception 'bookings count what is taken, nobody else'
              using errcode = 'check_violation', constraint = 'places_are_counted';
          end if;
          return new;
        end $$;
      create trigger places_are_counted before insert or update on session_pool
        for each row execute function places_are_counted();

      create view booking_standing as
        select id, session_id, person_id, guest_id, audience, seat, state, number, booked_at, promoted_at, cancelled_at, cancel_by
          from booking;
      comment on view booking_standing is 'who has a place at a session or waits for one; cancelled ones too';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view booking_standing; drop table interest; drop table booking; drop table guest; drop table partner;
      drop trigger places_are_counted on session_pool; drop function places_are_counted; drop function booking_counts_places`);
  }
}
