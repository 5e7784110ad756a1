import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Certificates that officers issue in one go: a dry run with a row a person, begun once, a row done once. Of a scheme whose
 * certificates officers issue, an award waits for one.
 */
export class Accreditation1797000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table scheme add column issued_by text not null default 'system' check (issued_by in ('system', 'officer'));
      comment on column scheme.issued_by is 'system: the certificate comes with the award; officer: it waits for a batch';

      create table batch (
        id uuid primary key,
        scheme_id uuid not null references scheme,
        political_group text,
        body_id uuid references body,
        capacity text,
        until_day date not null,
        only_without boolean not null,
        digest text not null,
        made_by uuid not null,
        made_at timestamptz not null,
        begun_by uuid,
        begun_at timestamptz,
        finished_at timestamptz,
        check ((begun_by is null) = (begun_at is null)),
        check (finished_at is null or begun_at is not null)
      );
      comment on column batch.digest is 'of its rows: when it is begun they are worked out again, and have to be the same';
      create index batch_newest on batch (made_at desc, id);
      create index batch_under_way on batch (begun_at) where begun_at is not null and finished_at is null;

      create table batch_row (
        batch_id uuid not null references batch,
        person_id uuid not null,
        nth integer not null,
        name text not null,
        outcome text not null check (outcome in ('issue', 'has_one', 'revoked', 'own', 'not_met')),
        detail text not null,
        done_at timestamptz,
        result text check (result in ('issued', 'moved', 'failed')),
        why text,
        certificate_id uuid unique references certificate,
        primary key (batch_id, person_id),
        check ((done_at is null) = (result is null)),
        check ((result is not distinct from 'issued') = (certificate_id is not null)),
        check (done_at is null or outcome = 'issue')
      );
      comment on column batch_row.name is 'as it was read; empty once the person is erased';
      create index batch_row_in_order on batch_row (batch_id, nth);
      create index batch_row_to_do on batch_row (batch_id, person_id) where outcome = 'issue' and done_at is null;
      create index batch_row_person on batch_row (person_id);

      create index certificate_award on certificate (award_id);
      create view award_waiting as
        select a.id, a.person_id, a.scheme_id, s.name as scheme, a.awarded_at
          from award a join scheme s on s.id = a.scheme_id
         where not exists (select from certificate c where c.award_id = a.id)
           and (a.valid_until is null or a.valid_until >= (now() at time zone 'Europe/London')::date);
      comment on view award_waiting is 'awards that have no certificate yet: an officer issues it';

      create function batch_is_begun_once() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.finished_at is not null
            or (old.id, old.scheme_id, old.political_group, old.body_id, old.capacity, old.until_day, old.only_without,
                old.digest, old.made_by, old.made_at)
              is distinct from (new.id, new.scheme_id, new.political_group, new.body_id, new.capacity, new.until_day,
                new.only_without, new.digest, new.made_by, new.made_at)
            or old.begun_at is not null and (old.begun_by, old.begun_at) is distinct from (new.begun_by, new.begun_at)
          then
            raise exception 'a batch is begun once, as its dry run was' using errcode = 'check_violation',
              constraint = 'batch_is_begun_once';
          end if;
          return new;
        end $$;
      create trigger batch_is_begun_once before update or delete on batch for each row execute function batch_is_begun_once();

      create function batch_row_is_done_once() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or new.name not in (old.name, '')
            or (old.batch_id, old.person_id, old.nth, old.outcome, old.detail)
              is distinct from (new.batch_id, new.person_id, new.nth, new.outcome, new.detail)
            or old.done_at is not null and (old.done_at, old.result, old.why, old.certificate_id)
              is distinct from (new.done_at, new.result, new.why, new.certificate_id)
          then
            raise exception 'a row of a batch is done once, as its dry run was' using errcode = 'check_violation',
              constraint = 'batch_row_is_done_once';
          end if;
          if new.result = 'issued' and not exists (
            select from batch where id = new.batch_id and begun_by <> new.person_id)
          then
            raise exception 'nobody issues a certificate to themselves' using errcode = 'check_violation',
              constraint = 'batch_is_not_ones_own';
          end if;
          return new;
        end $$;
      create trigger batch_row_is_done_once before update or delete on batch_row
        for each row execute function batch_row_is_done_once();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view award_waiting; drop index certificate_award;
      drop table batch_row; drop table batch; drop function batch_is_begun_once; drop function batch_row_is_done_once;
      alter table scheme drop column issued_by
    `);
  }
}
