import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members say they have done elsewhere, and what officers say to it. Every requirement can be met so. */
export class Accreditation1797000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table claim (
        id uuid primary key,
        person_id uuid not null,
        requirement_id uuid not null references requirement,
        kind text not null check (kind in ('prior_learning', 'recording', 'outside_certificate')),
        done_on date not null,
        valid_until date check (valid_until >= done_on),
        words text not null,
        sent_at timestamptz not null,
        first_by uuid,
        decided_by uuid,
        decided_at timestamptz,
        accepted boolean,
        decision text,
        check (first_by <> person_id),
        check (decided_by <> person_id),
        check (decided_by <> first_by),
        check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (accepted is null)
          and (decided_at is null) = (decision is null)),
        constraint claim_takes_two check (
          case when kind = 'outside_certificate' then accepted is not true or first_by is not null else first_by is null end)
      );
      comment on column claim.first_by is 'of a certificate from elsewhere: the first of the two officers who accept it';
      create unique index claim_one_waits on claim (person_id, requirement_id, kind) where decided_at is null;
      create index claim_oldest on claim (sent_at, id) where decided_at is null;
      create index claim_person on claim (person_id, sent_at);

      create table claim_file (
        claim_id uuid primary key references claim,
        sha256 bytea not null,
        bytes integer not null check (bytes between 1 and 10485760),
        content_type text not null check (content_type in ('application/pdf', 'image/png', 'image/jpeg'))
      );
      create index claim_file_sha256 on claim_file (sha256);

      create function claim_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.decided_at is not null or old.first_by is distinct from new.first_by and old.first_by is not null
            or (old.id, old.person_id, old.requirement_id, old.kind, old.done_on, old.valid_until, old.words, old.sent_at)
              is distinct from (new.id, new.person_id, new.requirement_id, new.kind, new.done_on, new.valid_until,
                new.words, new.sent_at)
          then
            raise exception 'a claim is decided once, as it was sent in'
              using errcode = 'check_violation', constraint = 'claim_stays';
          end if;
          return new;
        end $$;
      create trigger claim_stays before update or delete on claim for each row execute function claim_stays();
      create trigger claim_is_never_emptied before truncate on claim for each statement execute function claim_stays();

      insert into way (id, requirement_id, kind, during)
      select gen_random_uuid(), r.id, k.kind, daterange(null, null)
        from requirement r, unnest(array['prior_learning', 'recording', 'outside_certificate']) as k (kind);

      create or replace function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return exists (select from package_file where sha256 = file)
            or exists (select from certificate where pdf_sha256 = file)
            or exists (select from finding where screenshot_sha256 = file)
            or exists (select from round_report where sha256 = file or storing_sha256 = file)
            or exists (select from claim_file where sha256 = file);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return exists (select from package_file where sha256 = file)
            or exists (select from certificate where pdf_sha256 = file)
            or exists (select from finding where screenshot_sha256 = file)
            or exists (select from round_report where sha256 = file or storing_sha256 = file);
        end $$;
      delete from way where kind <> 'module';
      drop table claim_file; drop table claim; drop function claim_stays;
    `);
  }
}
