import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked for, in which ways it is met, and who has met it. Core modules that members see become requirements; what
 * people have completed becomes evidence. Awards and certificates stay as they are.
 */
export class Accreditation1797000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table requirement (
        id uuid primary key,
        slug text not null unique,
        title text not null,
        core_during datemultirange not null
      );
      comment on column requirement.core_during is 'the days on which it is a core skill';

      create table way (
        id uuid primary key,
        requirement_id uuid not null references requirement,
        kind text not null check (kind in ('module', 'prior_learning', 'recording', 'outside_certificate')),
        course_id uuid unique references course,
        during daterange not null,
        valid_months integer check (valid_months > 0),
        check ((kind = 'module') = (course_id is not null))
      );
      comment on column way.valid_months is 'how long what was shown counts; null: for ever';
      create unique index way_open on way (requirement_id, kind) where upper_inf(during);

      create table evidence (
        id uuid primary key,
        person_id uuid not null,
        requirement_id uuid not null references requirement,
        kind text not null check (kind in ('module', 'prior_learning', 'recording', 'outside_certificate')),
        source uuid not null,
        met_on date not null,
        valid_until date,
        accepted_by uuid check (accepted_by <> person_id),
        recorded_at timestamptz not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_reason text,
        unique (requirement_id, kind, source),
        check ((kind = 'module') = (accepted_by is null)),
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
      );
      comment on column evidence.source is 'of a module the registration, else the claim';
      create index evidence_person on evidence (person_id, requirement_id, met_on);

      create function evidence_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' then
            raise exception 'evidence is never deleted' using errcode = 'check_violation', constraint = 'evidence_stays';
          end if;
          if old.withdrawn_at is not null
            or (old.id, old.person_id, old.requirement_id, old.kind, old.source, old.met_on, old.valid_until,
                old.accepted_by, old.recorded_at)
              is distinct from (new.id, new.person_id, new.requirement_id, new.kind, new.source, new.met_on,
                new.valid_until, new.accepted_by, new.recorded_at)
          then
            raise exception 'evidence is withdrawn once, and else stays as it is'
              using errcode = 'check_violation', constraint = 'evidence_stays';
          end if;
          return new;
        end $$;
      create trigger evidence_stays before update or delete on evidence for each row execute function evidence_stays();
      create trigger evidence_is_never_emptied before truncate on evidence
        for each statement execute function evidence_stays();

      insert into requirement (id, slug, title, core_during)
      select gen_random_uuid(), c.slug, c.title,
             case when c.core and c.published_version_id is not null then datemultirange(daterange(
               (select (min(p.published_at) at time zone 'Europe/London')::date from publication_made p where p.course_id = c.id),
               null)) else '{}' end
        from course_current c
       where c.core and c.published_version_id is not null
          or c.id in (select (shown ->> 'courseId')::uuid from award, jsonb_array_elements(award.evidence) as shown);

      insert into way (id, requirement_id, kind, course_id, during)
      select gen_random_uuid(), r.id, 'module', c.id, daterange(null, null)
        from requirement r join course_current c on c.slug = r.slug;

      insert into evidence (id, person_id, requirement_id, kind, source, met_on, recorded_at)
      select gen_random_uuid(), g.person_id, w.requirement_id, 'module', g.id,
             (g.completed_at at time zone 'Europe/London')::date, g.completed_at
        from registration_standing g join way w on w.course_id = g.course_id
       where g.completed_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table evidence; drop function evidence_stays;
      drop table way; drop table requirement;
    `);
  }
}
