import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions of schemes are drafted, proposed by one person and adopted by another; then they stay as they are. What a version
 * would do is simulated, a row a person, and beside it stands what it did. The version that is there counts as adopted: it
 * came with the product.
 */
export class Accreditation1797000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table scheme_version
        alter column validity_months drop not null,
        alter column effective_from drop not null,
        add column renewal_opens_months integer,
        add column grace_days integer not null default 0 check (grace_days between 0 and 366),
        add column for_holders text not null default 'keep' check (for_holders in ('keep', 'top_up')),
        add column top_up_by date,
        add column state text not null default 'adopted' check (state in ('draft', 'proposed', 'adopted')),
        add column drafted_by uuid,
        add column drafted_at timestamptz,
        add column proposed_by uuid,
        add column proposed_at timestamptz,
        add column adopted_by uuid,
        add column adopted_at timestamptz,
        add column adopted_alone boolean not null default false,
        add column simulation_id uuid;
      alter table scheme_version alter column state set default 'draft';
      update scheme_version set renewal_opens_months = least(6, validity_months);
      alter table scheme_version
        add check (validity_months > 0),
        add constraint scheme_version_renewal check (
          case when validity_months is null then renewal_opens_months is null and grace_days = 0
               else renewal_opens_months between 1 and validity_months end),
        add check (state = 'draft' or effective_from is not null and (for_holders = 'top_up') = (top_up_by is not null)),
        add check ((proposed_by is null) = (proposed_at is null)),
        add check ((adopted_by is null) = (adopted_at is null)),
        add check (adopted_by is null or state = 'adopted'),
        add constraint scheme_version_takes_two check (adopted_by <> proposed_by or adopted_alone);
      comment on column scheme_version.validity_months is 'null: its awards have no end';
      comment on column scheme_version.simulation_id is 'what was read when it was proposed, and adopted';
      create unique index scheme_version_a_day on scheme_version (scheme_id, effective_from) where state = 'adopted';
      create unique index scheme_version_in_work on scheme_version (scheme_id) where state <> 'adopted';

      create function scheme_version_is_frozen() returns trigger language plpgsql as $$
        begin
          if tg_op = 'TRUNCATE' or old.state = 'adopted' then
            raise exception 'an adopted version of a scheme stays as it is'
              using errcode = 'check_violation', constraint = 'scheme_version_is_frozen';
          end if;
          if tg_op = 'UPDATE' and new.state = 'adopted' and old.state <> 'proposed' then
            raise exception 'a version of a scheme is proposed before it is adopted'
              using errcode = 'check_violation', constraint = 'scheme_version_is_frozen';
          end if;
          return case when tg_op = 'DELETE' then old else new end;
        end $$;
      create trigger scheme_version_is_frozen before update or delete on scheme_version
        for each row execute function scheme_version_is_frozen();
      create trigger scheme_version_is_never_emptied before truncate on scheme_version
        for each statement execute function scheme_version_is_frozen();

      alter table award alter column valid_until drop not null;
      comment on column award.valid_until is 'the last day; null: it has no end';
      create index certificate_revoked on certificate (award_id) where state = 'revoked';

      create table simulation (
        id uuid primary key,
        scheme_version_id uuid not null references scheme_version on delete cascade,
        day date not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        leased_until timestamptz,
        people integer,
        done integer not null default 0,
        ended_at timestamptz,
        digest text,
        error text,
        settled_at timestamptz,
        check ((ended_at is null) = (digest is null and error is null))
      );
      comment on table simulation is 'what a version would do on a day';
      comment on column simulation.digest is 'of the version and of every row, with what it rests on';
      alter table scheme_version add foreign key (simulation_id) references simulation;
      create index simulation_version on simulation (scheme_version_id, asked_at);
      create index simulation_waits on simulation (asked_at) where ended_at is null;

      create table simulation_row (
        simulation_id uuid not null references simulation on delete cascade,
        person_id uuid not null,
        kind text check (kind in ('gains', 'keeps', 'tops_up', 'loses')),
        effect jsonb not null,
        changes boolean not null,
        was text,
        outcome text check (outcome in ('as_said', 'differs')),
        difference text,
        settled_at timestamptz,
        primary key (simulation_id, person_id),
        check ((outcome is null) = (settled_at is null))
      );
      comment on column simulation_row.kind is 'null: nothing in the scheme itself, but the award of another';
      comment on column simulation_row.changes is 'it is otherwise than by the version that is in effect without it';
      comment on column simulation_row.was is 'what the simulation before said of the person, where that was something else';
      create index simulation_row_open on simulation_row (simulation_id, person_id) where settled_at is null;

      insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, recorded_at)
      select gen_random_uuid(), g.person_id, w.requirement_id, 'module', a.id, d.met_on,
             (d.met_on + make_interval(months => w.valid_months))::date, a.completed_at
        from registration_standing g
        join attempt_standing a on a.registration_id = g.id and a.completed_at > g.completed_at
        join way w on w.course_id = g.course_id,
             lateral (select (a.completed_at at time zone 'Europe/London')::date as met_on) d
      on conflict do nothing;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table scheme_version drop column simulation_id;
      drop table simulation_row; drop table simulation;
      drop trigger scheme_version_is_frozen on scheme_version; drop trigger scheme_version_is_never_emptied on scheme_version;
      drop function scheme_version_is_frozen;
      drop index certificate_revoked; drop index scheme_version_a_day; drop index scheme_version_in_work;
      delete from scheme_version where state <> 'adopted';
      alter table scheme_version
        drop column renewal_opens_months, drop column grace_days, drop column for_holders, drop column top_up_by,
        drop column state, drop column drafted_by, drop column drafted_at, drop column proposed_by, drop column proposed_at,
        drop column adopted_by, drop column adopted_at, drop column adopted_alone,
        drop constraint scheme_version_validity_months_check,
        alter column validity_months set not null, alter column effective_from set not null;
      alter table award alter column valid_until set not null;
    `);
  }
}
