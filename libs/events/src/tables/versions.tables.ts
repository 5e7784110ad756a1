import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes as they were approved: versions that stay as they were frozen, what was decided of each, and its paper. */
export class ProgrammeVersions1797000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table programme (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text not null check (title <> ''),
        first_day date not null check (isfinite(first_day)),
        last_day date not null check (isfinite(last_day)),
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        check (first_day <= last_day)
      );
      create index programme_newest on programme (first_day desc, id);

      create table programme_version (
        id uuid primary key,
        programme_id uuid not null references programme,
        number integer not null check (number > 0),
        facts jsonb not null,
        state text not null check (state in ('draft', 'proposed', 'approved', 'published', 'superseded', 'returned', 'withdrawn')),
        frozen_at timestamptz not null,
        frozen_by uuid not null references person,
        proposed_at timestamptz,
        proposed_by uuid references person,
        published_at timestamptz,
        published_by uuid references person,
        unique (programme_id, number),
        check ((proposed_at is null) = (proposed_by is null)),
        check ((published_at is null) = (published_by is null)),
        check ((published_at is not null) = (state in ('published', 'superseded'))),
        check (proposed_at is not null or state in ('draft', 'withdrawn'))
      );
      comment on column programme_version.facts is 'the programme as it was planned when it was frozen, as everybody may read it';
      create unique index programme_version_open on programme_version (programme_id) where state in ('draft', 'proposed', 'approved');
      create unique index programme_version_published on programme_version (programme_id) where state = 'published';

      create table programme_decision (
        id uuid primary key,
        version_id uuid not null references programme_version,
        decision text not null check (decision in ('approved', 'returned')),
        meeting_on date not null check (isfinite(meeting_on)),
        minute text not null check (minute <> ''),
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        confirmed_at timestamptz,
        confirmed_by uuid references person,
        withdrawn_at timestamptz,
        withdrawn_by uuid references person,
        check ((confirmed_at is null) = (confirmed_by is null)),
        check ((withdrawn_at is null) = (withdrawn_by is null)),
        check (confirmed_at is null or withdrawn_at is null),
        constraint programme_decision_takes_two check (confirmed_by <> recorded_by)
      );
      create unique index programme_decision_stands on programme_decision (version_id) where withdrawn_at is null;

      create table programme_paper (
        version_id uuid primary key references programme_version,
        wanted_at timestamptz not null,
        revision integer not null default 1,
        leased_by uuid,
        leased_until timestamptz,
        attempts integer not null default 0,
        error text,
        storing_sha256 bytea,
        sha256 bytea,
        bytes integer,
        made_at timestamptz,
        made_of integer,
        check ((made_of is null) = (sha256 is null) and (made_of is null) = (bytes is null) and (made_of is null) = (made_at is null))
      );
      create index programme_paper_wanted on programme_paper (wanted_at) where made_of is distinct from revision;
      create index programme_paper_sha256 on programme_paper (sha256);

      alter function file_is_needed(bytea) rename to file_is_needed_beside_programmes;
      create function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return file_is_needed_beside_programmes(file)
            or exists (select from programme_paper where sha256 = file or storing_sha256 = file);
        end $$;

      create function programme_version_is_frozen() returns trigger language plpgsql as $$
        begin
          if tg_op in ('DELETE', 'TRUNCATE') then
            raise exception 'a version of the programme is never deleted'
              using errcode = 'check_violation', constraint = 'programme_version_is_frozen';
          end if;
          if tg_op = 'INSERT' then
            if new.state <> 'draft' then
              raise exception 'a version of the programme begins as a draft'
                using errcode = 'check_violation', constraint = 'programme_version_is_frozen';
            end if;
            return new;
          end if;
          if (old.id, old.programme_id, old.number, old.facts, old.frozen_at, old.frozen_by)
              is distinct from (new.id, new.programme_id, new.number, new.facts, new.frozen_at, new.frozen_by)
            or old.proposed_at is not null and (old.proposed_at, old.proposed_by) is distinct from (new.proposed_at, new.proposed_by)
            or old.published_at is not null and (old.published_at, old.published_by) is distinct from (new.published_at, new.published_by)
          then
            raise exception 'a version of the programme stays as it was frozen'
              using errcode = 'check_violation', constraint = 'programme_version_is_frozen';
          end if;
          if old.state <> new.state and (old.state, new.state) not in (
            ('draft', 'proposed'), ('draft', 'withdrawn'), ('proposed', 'approved'), ('proposed', 'returned'),
            ('proposed', 'withdrawn'), ('approved', 'published'), ('approved', 'withdrawn'), ('published', 'superseded'))
          then
            raise exception 'a version of the programme that is % does not become %', old.state, new.state
              using errcode = 'check_violation', constraint = 'programme_version_is_frozen';
          end if;
          if old.state <> new.state and new.state in ('approved', 'returned', 'published') and not exists (
            select from programme_decision d where d.version_id = new.id and d.confirmed_at is not null
               and d.decision = case new.state when 'returned' then 'returned' else 'approved' end)
          then
            raise exception 'the steering group has not decided that' using errcode = 'check_violation', constraint = 'programme_needs_a_decision';
          end if;
          return new;
        end $$;
      create trigger programme_version_is_frozen before insert or update or delete on programme_version
        for each row execute function programme_version_is_frozen();
      create trigger programme_version_is_never_emptied before truncate on programme_version
        for each statement execute function programme_version_is_frozen();

      create function programme_decision_stays() returns trigger language plpgsql as $$
        begin
          if tg_op in ('DELETE', 'TRUNCATE') or old.confirmed_at is not null or old.withdrawn_at is not null
            or (old.id, old.version_id, old.decision, old.meeting_on, old.minute, old.recorded_at, old.recorded_by)
              is distinct from (new.id, new.version_id, new.decision, new.meeting_on, new.minute, new.recorded_at, new.recorded_by)
          then
            raise exception 'what was decided of a programme stays: it is confirmed as it was recorded, or withdrawn'
              using errcode = 'check_violation', constraint = 'programme_decision_stays';
          end if;
          return new;
        end $$;
      create trigger programme_decision_stays before update or delete on programme_decision
        for each row execute function programme_decision_stays();
      create trigger programme_decision_is_never_emptied before truncate on programme_decision
        for each statement execute function programme_decision_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function file_is_needed(bytea);
      alter function file_is_needed_beside_programmes(bytea) rename to file_is_needed;
      drop table programme_paper; drop table programme_decision; drop table programme_version; drop table programme;
      drop function programme_version_is_frozen; drop function programme_decision_stays`);
  }
}
