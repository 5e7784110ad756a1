import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has to meet what by when, and what is asked of each person. See docs/decisions/1020. */
export class Mandates1797000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mandate (
        id uuid primary key,
        title text not null,
        source text not null,
        who text not null check (who in ('role', 'body', 'group', 'person')),
        role text check (role in ('member', 'tester', 'champion', 'officer', 'administrator', 'auditor')),
        body_id uuid references body,
        capacities text[] not null check (
          capacities <@ array['member', 'chair', 'vice_chair', 'substitute', 'co_opted'] and (who = 'body' or capacities = '{}')),
        person_id uuid,
        requirement_id uuid references requirement,
        scheme_id uuid references scheme,
        anchor text not null check (anchor in ('election', 'takes_office', 'appointment', 'fixed')),
        fixed_on date check (isfinite(fixed_on)),
        count integer not null check (count between 0 and 3660),
        unit text not null check (unit in ('day', 'month')),
        before_sitting boolean not null,
        anew boolean not null,
        during daterange not null check (isfinite(lower(during))),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        outcome text check (outcome in ('adopted', 'adopted_alone', 'refused', 'withdrawn')),
        decided_by uuid,
        decided_at timestamptz,
        ended_by uuid,
        ended_at timestamptz,
        ended_reason text,
        check ((who = 'role') = (role is not null)),
        check ((who in ('body', 'group')) = (body_id is not null)),
        check ((who = 'person') = (person_id is not null)),
        check (num_nonnulls(requirement_id, scheme_id) = 1),
        check ((anchor = 'fixed') = (fixed_on is not null)),
        check (anchor <> 'appointment' or who in ('body', 'group')),
        check (anchor = 'fixed' or role is null or role = 'member'),
        check (not before_sitting or (who = 'body' and anchor = 'appointment' and count = 0)),
        check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
        check (ended_at is null or outcome in ('adopted', 'adopted_alone')),
        check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null)),
        constraint mandate_takes_two check (outcome is distinct from 'adopted' or decided_by <> proposed_by)
      );
      comment on column mandate.count is 'so many days or months after the anchor it is due';
      comment on column mandate.anew is 'what was met before the day it is asked for does not count';
      comment on column mandate.during is 'the days on which it asks, unless it is ended before';
      create index mandate_newest on mandate (proposed_at desc, id);

      create function mandate_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.ended_at is not null
            or to_jsonb(old) - '{outcome,decided_by,decided_at,ended_by,ended_at,ended_reason}'::text[]
              is distinct from to_jsonb(new) - '{outcome,decided_by,decided_at,ended_by,ended_at,ended_reason}'::text[]
            or old.outcome is not null and (old.outcome, old.decided_by, old.decided_at)
              is distinct from (new.outcome, new.decided_by, new.decided_at)
          then
            raise exception 'a mandate is decided once, ended once, and else stays as it was proposed'
              using errcode = 'check_violation', constraint = 'mandate_stays';
          end if;
          return new;
        end $$;
      create trigger mandate_stays before update or delete on mandate for each row execute function mandate_stays();
      create trigger mandate_is_never_emptied before truncate on mandate
        for each statement execute function mandate_stays();

      create table obligation (
        id uuid primary key,
        person_id uuid not null,
        mandate_id uuid not null references mandate,
        since date not null,
        due_on date not null,
        made_on date not null,
        met_on date,
        closed_on date,
        next_on date,
        unique (person_id, mandate_id, since),
        check (due_on >= since),
        check (met_on is null or closed_on is null)
      );
      comment on column obligation.since is 'the first day of the term or the seat that it is asked for';
      comment on column obligation.made_on is 'the day on which it was first asked, or asked for another day';
      comment on column obligation.closed_on is 'the day on which it was found to be asked no longer';
      comment on column obligation.next_on is 'the next day on which somebody is to be reminded; null: none any more';
      create index obligation_open on obligation (due_on, id) where met_on is null and closed_on is null;
      create index obligation_next on obligation (next_on)
        where next_on is not null and met_on is null and closed_on is null;
      create index obligation_mandate on obligation (mandate_id);

      create table reminder (
        obligation_id uuid not null references obligation,
        step smallint not null check (step in (-28, -14, -3, 0, 7, 14, 28)),
        reader text not null check (reader in ('person', 'champion', 'officer', 'monitoring_officer')),
        reached_on date not null,
        told_on date,
        primary key (obligation_id, step, reader)
      );
      comment on column reminder.step is 'days after the due day';
      comment on column reminder.told_on is 'null: it waits for the letter of the day';
      create index reminder_untold on reminder (reader) where told_on is null;

      create table settling_mark (
        id uuid primary key,
        person_id uuid not null
      );
      comment on table settling_mark is 'of these people something has changed on which it depends what is asked of them';
      create index settling_mark_person on settling_mark (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table settling_mark; drop table reminder; drop table obligation; drop table mandate;
      drop function mandate_stays;
    `);
  }
}
