import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two officers suspend a certificate, one lets it count again. The walls behind it: whatever program writes, one alone
 * suspends none, and nobody lifts what is suspended of their own.
 */
export class Accreditation1797000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table certificate drop constraint certificate_state_check;
      alter table certificate add constraint certificate_state_check
        check (state in ('issued', 'replaced', 'revoked', 'suspended'));
      drop index certificate_one_in_force;
      create unique index certificate_one_in_force on certificate (award_id) where state in ('issued', 'suspended');

      create table suspension (
        id uuid primary key,
        certificate_id uuid not null references certificate,
        reason text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        lifted_by uuid,
        lifted_at timestamptz,
        lifted_why text,
        constraint suspension_takes_two check (confirmed_by <> proposed_by),
        check ((confirmed_by is null) = (confirmed_at is null)),
        check ((withdrawn_by is null) = (withdrawn_at is null)),
        check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lifted_why is null)),
        check (confirmed_at is null or withdrawn_at is null),
        check (lifted_at is null or confirmed_at is not null)
      );
      comment on table suspension is 'that a certificate does not count for now: proposed by one officer, confirmed by another, lifted by one';
      create unique index suspension_open on suspension (certificate_id) where withdrawn_at is null and lifted_at is null;
      create index suspension_certificate on suspension (certificate_id);

      create function suspension_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.withdrawn_at is not null or old.lifted_at is not null
            or (old.id, old.certificate_id, old.proposed_by, old.reason, old.proposed_at)
              is distinct from (new.id, new.certificate_id, new.proposed_by, new.reason, new.proposed_at)
            or old.confirmed_at is not null
              and (old.confirmed_by, old.confirmed_at) is distinct from (new.confirmed_by, new.confirmed_at)
          then
            raise exception 'a suspension is decided once, as it was proposed, and lifted once'
              using errcode = 'check_violation', constraint = 'suspension_stays';
          end if;
          return new;
        end $$;
      create trigger suspension_stays before update or delete on suspension
        for each row execute function suspension_stays();
      create trigger suspension_is_never_emptied before truncate on suspension
        for each statement execute function suspension_stays();

      create function suspension_is_confirmed_rightly() returns trigger language plpgsql as $$
        begin
          if not exists (
            select from role_held
            where person_id = new.confirmed_by and role = 'officer' and confirms_from <= new.confirmed_at
          ) then
            raise exception 'a suspension is confirmed by somebody who has been an officer for a day'
              using errcode = 'check_violation', constraint = 'suspension_is_confirmed_rightly';
          end if;
          return new;
        end $$;
      create trigger suspension_is_confirmed_rightly after insert or update of confirmed_by on suspension
        for each row when (new.confirmed_by is not null) execute function suspension_is_confirmed_rightly();

      create function suspension_is_lifted_by_another() returns trigger language plpgsql as $$
        begin
          if exists (select from certificate where id = new.certificate_id and person_id = new.lifted_by) then
            raise exception 'nobody lifts the suspension of their own certificate'
              using errcode = 'check_violation', constraint = 'suspension_is_lifted_by_another';
          end if;
          return new;
        end $$;
      create trigger suspension_is_lifted_by_another after insert or update of lifted_by on suspension
        for each row when (new.lifted_by is not null) execute function suspension_is_lifted_by_another();

      create function certificate_is_suspended_by_two() returns trigger language plpgsql as $$
        declare
          in_effect boolean := exists (
            select from suspension where certificate_id = new.id and confirmed_at is not null and lifted_at is null);
        begin
          if new.state = 'suspended' and not in_effect then
            raise exception 'no second officer has confirmed that certificate % is suspended', new.id
              using errcode = 'check_violation', constraint = 'certificate_is_suspended_by_two';
          end if;
          if old.state = 'suspended' and (new.state = 'replaced' or new.state = 'issued' and in_effect) then
            raise exception 'certificate % is suspended until that is lifted', new.id
              using errcode = 'check_violation', constraint = 'certificate_is_suspended_by_two';
          end if;
          return new;
        end $$;
      create trigger certificate_is_suspended_by_two before update of state on certificate
        for each row when (new.state <> old.state and 'suspended' in (new.state, old.state))
        execute function certificate_is_suspended_by_two();

      create view suspension_standing as
        select s.id, s.certificate_id, s.reason, s.proposed_by, s.proposed_at,
               s.confirmed_at is null and s.withdrawn_at is null as waits,
               case when s.lifted_at is null and c.state = 'suspended' then s.confirmed_at end as since
          from suspension s join certificate c on c.id = s.certificate_id;
      comment on view suspension_standing is 'that a certificate does not count for now';
    `);
  }

  /** Refused while one is suspended: it would have to count, or be revoked for good. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if exists (select from certificate where state = 'suspended') then
          raise exception 'certificates are suspended, and before this version none could be: lift their suspensions first'
            using errcode = 'object_not_in_prerequisite_state';
        end if;
      end $$;
      drop view suspension_standing;
      drop trigger certificate_is_suspended_by_two on certificate; drop function certificate_is_suspended_by_two;
      drop table suspension;
      drop function suspension_stays; drop function suspension_is_confirmed_rightly; drop function suspension_is_lifted_by_another;
      drop index certificate_one_in_force;
      create unique index certificate_one_in_force on certificate (award_id) where state = 'issued';
      alter table certificate drop constraint certificate_state_check;
      alter table certificate add constraint certificate_state_check check (state in ('issued', 'replaced', 'revoked'));
    `);
  }
}
