import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is planned: events, their sessions and the parts of their days, places, and the dates that others have fixed. */
export class Programme1797000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table programme_event (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text not null check (title <> ''),
        kind text not null check (kind in ('event', 'training', 'briefing', 'workshop', 'one-to-one', 'meeting')),
        about text not null,
        format text,
        facilitator text,
        officers text,
        mandatory boolean not null,
        audience text not null check (audience in ('everyone', 'body')),
        body_id uuid references body,
        series text,
        series_order integer check (series_order > 0),
        sessions_promised integer check (sessions_promised > 0),
        note text,
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        check ((audience = 'body') = (body_id is not null)),
        check (series_order is null or series is not null)
      );
      comment on column programme_event.sessions_promised is 'how many runs whoever plans it has announced';

      create table planned_outcome (
        event_id uuid not null references programme_event,
        number integer not null check (number > 0),
        words text not null check (words <> ''),
        primary key (event_id, number)
      );

      create table programme_session (
        id uuid primary key,
        event_id uuid references programme_event,
        state text not null check (state in ('idea', 'hold', 'provisional', 'confirmed', 'delivered', 'cancelled')),
        place text,
        online_url text,
        districts text[] not null,
        note text,
        cancel_reason text,
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        revision integer not null check (revision > 0),
        check (event_id is not null or state in ('hold', 'cancelled')),
        check (state <> 'confirmed' or place is not null or online_url is not null),
        check ((state = 'cancelled') = (cancel_reason is not null))
      );
      create index programme_session_event on programme_session (event_id);

      create table session_part (
        session_id uuid not null references programme_session on delete cascade,
        number integer not null check (number > 0),
        "on" date not null check (isfinite("on")),
        "from" time,
        "to" time,
        topics text[] not null,
        starts_at timestamptz generated always as (("on" + "from") at time zone 'Europe/London') stored,
        ends_at timestamptz generated always as (("on" + "to") at time zone 'Europe/London') stored,
        primary key (session_id, number),
        check ("to" is null or "from" is not null and "to" > "from")
      );
      create index session_part_day on session_part ("on", session_id);

      create table session_pool (
        session_id uuid not null references programme_session on delete cascade,
        seat text not null check (seat in ('room', 'online')),
        audience text not null check (audience in ('any', 'member', 'officer', 'partner')),
        places integer not null check (places > 0),
        taken integer not null check (taken between 0 and places),
        opens_to_all_on date,
        primary key (session_id, seat, audience)
      );

      create table fixed_date (
        id uuid primary key,
        "on" date not null check (isfinite("on")),
        kind text not null check (kind in ('meeting', 'poll', 'closed')),
        title text not null check (title <> ''),
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        unique ("on", title)
      );

      create function confirmed_session_has_times() returns trigger language plpgsql as $$
        declare a_session uuid := coalesce(new.session_id, old.session_id);
        begin
          if exists (select from programme_session s where s.id = a_session and s.state in ('confirmed', 'delivered')
              and (not exists (select from session_part p where p.session_id = s.id)
                or exists (select from session_part p where p.session_id = s.id and p."to" is null)))
          then
            raise exception 'a confirmed session has a day and times'
              using errcode = 'check_violation', constraint = 'confirmed_session_has_times';
          end if;
          return null;
        end $$;
      create function confirmed_session_has_times_too() returns trigger language plpgsql as $$
        begin
          if new.state in ('confirmed', 'delivered')
            and (not exists (select from session_part p where p.session_id = new.id)
              or exists (select from session_part p where p.session_id = new.id and p."to" is null))
          then
            raise exception 'a confirmed session has a day and times'
              using errcode = 'check_violation', constraint = 'confirmed_session_has_times';
          end if;
          return null;
        end $$;
      create constraint trigger part_has_times after insert or update or delete on session_part deferrable initially deferred
        for each row execute function confirmed_session_has_times();
      create constraint trigger session_has_times after insert or update on programme_session deferrable initially deferred
        for each row execute function confirmed_session_has_times_too();

      create view session_standing as
        select s.id, s.state, s.place, s.districts, e.id as event_id, e.slug as event_slug, e.title as event_title, e.kind as event_kind, e.mandatory, e.body_id,
               first."on" as first_day, first.starts_at, last.ends_at
          from programme_session s left join programme_event e on e.id = s.event_id
          left join lateral (
            select p."on", p.starts_at from session_part p where p.session_id = s.id order by p.number limit 1) first on true
          left join lateral (
            select p.ends_at from session_part p where p.session_id = s.id order by p.number desc limit 1) last on true;
      comment on view session_standing is 'sessions of the programme, what they are about and when';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view session_standing;
      drop table fixed_date; drop table session_pool; drop table session_part; drop table programme_session; drop table planned_outcome; drop table programme_event;
      drop function confirmed_session_has_times; drop function confirmed_session_has_times_too`);
  }
}
