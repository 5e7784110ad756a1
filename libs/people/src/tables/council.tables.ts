import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who recorded a row and when, the row it replaces, and who replaced it. A row without `superseded_at` is what is said today. */
const AS_RECORDED = (table: string) => `
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  replaces uuid references ${table},
  superseded_at timestamptz,
  superseded_by uuid references person,
  reason text,
  check (superseded_at >= recorded_at),
  check (superseded_at is not null or (superseded_by is null and reason is null))`;

/** At least one day, and days that a calendar has. */
const PERIOD = `during daterange not null check (not isempty(during) and isfinite(lower(during))
    and (upper_inf(during) or isfinite(upper(during))))`;

/** People as roles in time: elections, terms, bodies and who sits on them. See docs/decisions/1000. */
export class Council1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      create table election (
        id uuid primary key,
        kind text not null check (kind in ('ordinary', 'by_election')),
        held_on date not null check (isfinite(held_on)),
        division text,
        ${AS_RECORDED('election')},
        check ((kind = 'by_election') = (division is not null))
      );
      create unique index election_once on election (held_on, kind, lower(coalesce(division, '')))
        where superseded_at is null;

      create table term (
        id uuid primary key,
        person_id uuid not null references person,
        election_id uuid not null references election,
        division text not null,
        ${PERIOD},
        takes_office_on date not null,
        ${AS_RECORDED('term')},
        check (lower(during) is not distinct from takes_office_on),
        constraint term_one_at_a_time exclude using gist (person_id with =, during with &&) where (superseded_at is null)
      );
      create index term_person on term (person_id, takes_office_on);
      create index term_election on term (election_id);

      create table body (
        id uuid primary key,
        kind text not null check (kind in ('council', 'committee', 'panel', 'group')),
        name text not null,
        name_cy text,
        external_id text unique,
        ${PERIOD},
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        constraint body_name exclude using gist (lower(name) with =, during with &&)
      );

      create table body_rule (
        id uuid primary key,
        body_id uuid not null references body,
        ${PERIOD},
        substitutes text not null check (substitutes in ('none', 'named', 'group')),
        ${AS_RECORDED('body_rule')},
        constraint body_rule_one_at_a_time exclude using gist (body_id with =, during with &&) where (superseded_at is null)
      );

      create table membership (
        id uuid primary key,
        person_id uuid not null references person,
        body_id uuid not null references body,
        capacity text not null check (capacity in ('member', 'chair', 'vice_chair', 'substitute', 'co_opted')),
        ${PERIOD},
        ${AS_RECORDED('membership')},
        constraint membership_one_at_a_time
          exclude using gist (person_id with =, body_id with =, during with &&) where (superseded_at is null)
      );
      create index membership_person on membership (person_id, body_id);
      create index membership_body on membership (body_id) where superseded_at is null;

      create function stays_as_recorded() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' then
            raise exception 'what was recorded of the council is never deleted: it is superseded';
          end if;
          if old.superseded_at is not null or new.superseded_at is null
            or to_jsonb(old) - '{superseded_at,superseded_by,reason}'::text[]
              is distinct from to_jsonb(new) - '{superseded_at,superseded_by,reason}'::text[]
          then
            raise exception 'what was recorded of the council is superseded once, and never changed';
          end if;
          return new;
        end $$;
    `);
    for (const table of ['election', 'term', 'body_rule', 'membership']) {
      await runner.query(`
        create trigger ${table}_stays before update or delete on ${table}
          for each row execute function stays_as_recorded();
        create trigger ${table}_is_never_emptied before truncate on ${table}
          for each statement execute function stays_as_recorded()`);
    }
    await runner.query(`
      create trigger body_stays before delete on body for each row execute function stays_as_recorded();
      create trigger body_is_never_emptied before truncate on body
        for each statement execute function stays_as_recorded()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table membership; drop table body_rule; drop table body; drop table term; drop table election;
      drop function stays_as_recorded; drop extension btree_gist`);
  }
}
