import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At least one day, and days that a calendar has. */
const PERIOD = `during daterange not null check (not isempty(during) and isfinite(lower(during))
    and (upper_inf(during) or isfinite(upper(during))))`;

/** Entered by one, confirmed by another; ended when it was withdrawn before that, or when another took its place. */
const BY_TWO = `
  entered_by uuid not null,
  entered_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  check (confirmed_by <> entered_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((ended_by is null) = (ended_at is null))`;

/** What a body asks of whoever sits on it, what the authority has accredited, and what the register is. */
export class WhoMaySit1797000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table body_training (
        id uuid primary key,
        body_id uuid not null references body,
        requirement_id uuid references requirement,
        scheme_id uuid references scheme,
        ${PERIOD},
        recorded_by uuid,
        recorded_at timestamptz not null,
        superseded_by uuid,
        superseded_at timestamptz,
        check (num_nonnulls(requirement_id, scheme_id) = 1),
        check ((superseded_at is null) or superseded_at >= recorded_at),
        constraint body_training_once exclude using gist (
          body_id with =, (coalesce(requirement_id, scheme_id)) with =, during with &&) where (superseded_at is null)
      );
      comment on table body_training is 'what somebody must have shown before they sit on a body';
      create index body_training_body on body_training (body_id);

      create table statutory_accreditation (
        id uuid primary key,
        scheme_id uuid references scheme,
        requirement_id uuid references requirement,
        kind text check (kind in ('module', 'outside_certificate')),
        reference text not null,
        ${PERIOD},
        ${BY_TWO},
        check (num_nonnulls(scheme_id, requirement_id) = 1),
        check ((requirement_id is null) = (kind is null))
      );
      comment on table statutory_accreditation is
        'the authority has accredited it: a certificate of these days is the statutory one';
      comment on column statutory_accreditation.requirement_id is 'met in the way of that kind: a course';
      create unique index statutory_accreditation_waiting on statutory_accreditation
        (coalesce(scheme_id, requirement_id), coalesce(kind, '')) where confirmed_at is null and ended_at is null;

      create table register_edition (
        id uuid primary key,
        mode text not null check (mode in ('off', 'voluntary', 'statutory')),
        starts_on date not null check (isfinite(starts_on)),
        body_ids uuid[] not null,
        functions text not null,
        authority text not null,
        words text not null,
        ${BY_TWO}
      );
      comment on table register_edition is 'what the register is from a day on: the one confirmed last counts';
      create unique index register_edition_waiting on register_edition ((true))
        where confirmed_at is null and ended_at is null;

      create function takes_two_people() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' then
            if new.confirmed_at is null and new.ended_at is null then return new; end if;
            raise exception 'what one person enters another has to confirm'
              using errcode = 'check_violation', constraint = 'takes_two_people';
          end if;
          if tg_op <> 'UPDATE'
            or to_jsonb(old) - '{confirmed_by,confirmed_at,ended_by,ended_at}'::text[]
              is distinct from to_jsonb(new) - '{confirmed_by,confirmed_at,ended_by,ended_at}'::text[]
            or old.ended_at is not null
            or old.confirmed_at is not null and (old.confirmed_by, old.confirmed_at) is distinct from (new.confirmed_by, new.confirmed_at)
          then
            raise exception 'it is confirmed once and ended once, and else stays as it was entered'
              using errcode = 'check_violation', constraint = 'takes_two_people';
          end if;
          return new;
        end $$;

      create function body_training_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.superseded_at is not null
            or to_jsonb(old) - '{superseded_by,superseded_at}'::text[]
              is distinct from to_jsonb(new) - '{superseded_by,superseded_at}'::text[]
          then
            raise exception 'what a body asked is superseded once, and else stays'
              using errcode = 'check_violation', constraint = 'body_training_stays';
          end if;
          return new;
        end $$;
      create trigger body_training_stays before update or delete on body_training
        for each row execute function body_training_stays();
      create trigger body_training_is_never_emptied before truncate on body_training
        for each statement execute function body_training_stays();
    `);
    for (const table of ['statutory_accreditation', 'register_edition']) {
      await runner.query(`
        create trigger ${table}_takes_two before insert or update or delete on ${table}
          for each row execute function takes_two_people();
        create trigger ${table}_is_never_emptied before truncate on ${table}
          for each statement execute function takes_two_people()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table register_edition; drop table statutory_accreditation; drop table body_training;
      drop function takes_two_people; drop function body_training_stays`);
  }
}
