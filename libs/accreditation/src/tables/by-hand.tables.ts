import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two officers give somebody a certificate for what Induct did not see. The walls behind it: neither of them is the holder,
 * and nothing is issued on the word of one.
 */
export class Accreditation1797000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_hand (
        id uuid primary key,
        person_id uuid not null,
        scheme_id uuid not null references scheme,
        achieved_on date not null,
        shown text not null,
        reason text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        certificate_id uuid unique references certificate,
        constraint by_hand_is_not_ones_own check (proposed_by <> person_id and confirmed_by is distinct from person_id),
        constraint by_hand_takes_two check (confirmed_by <> proposed_by),
        check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (certificate_id is null)),
        check ((withdrawn_by is null) = (withdrawn_at is null)),
        check (confirmed_at is null or withdrawn_at is null)
      );
      comment on column by_hand.shown is 'what was shown, as the certificate says it; empty once the person is erased, as is reason';
      create unique index by_hand_waiting on by_hand (person_id, scheme_id) where confirmed_at is null and withdrawn_at is null;
      create index by_hand_oldest on by_hand (proposed_at, id) where confirmed_at is null and withdrawn_at is null;
      create index by_hand_person on by_hand (person_id);

      create function by_hand_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE'
            or (old.id, old.person_id, old.scheme_id, old.achieved_on, old.proposed_by, old.proposed_at)
              is distinct from (new.id, new.person_id, new.scheme_id, new.achieved_on, new.proposed_by, new.proposed_at)
            or new.shown not in (old.shown, '') or new.reason not in (old.reason, '')
            or (old.confirmed_at is not null or old.withdrawn_at is not null)
              and (old.confirmed_by, old.confirmed_at, old.withdrawn_by, old.withdrawn_at, old.certificate_id)
                is distinct from (new.confirmed_by, new.confirmed_at, new.withdrawn_by, new.withdrawn_at, new.certificate_id)
          then
            raise exception 'what is issued by hand is decided once, as it was proposed'
              using errcode = 'check_violation', constraint = 'by_hand_stays';
          end if;
          return new;
        end $$;
      create trigger by_hand_stays before update or delete on by_hand for each row execute function by_hand_stays();
      create trigger by_hand_is_never_emptied before truncate on by_hand for each statement execute function by_hand_stays();

      create function by_hand_is_confirmed_rightly() returns trigger language plpgsql as $$
        begin
          if not exists (
            select from role_held
            where person_id = new.confirmed_by and role = 'officer' and confirms_from <= new.confirmed_at
          ) then
            raise exception 'what is issued by hand is confirmed by somebody who has been an officer for a day'
              using errcode = 'check_violation', constraint = 'by_hand_is_confirmed_rightly';
          end if;
          return new;
        end $$;
      create trigger by_hand_is_confirmed_rightly after insert or update of confirmed_by on by_hand
        for each row when (new.confirmed_by is not null) execute function by_hand_is_confirmed_rightly();

      create view by_hand_standing as
        select id, person_id, scheme_id, proposed_by, proposed_at, certificate_id,
               confirmed_at is null and withdrawn_at is null as waits
          from by_hand;
      comment on view by_hand_standing is 'that somebody is to be given a certificate by decision of two officers';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view by_hand_standing; drop table by_hand;
      drop function by_hand_stays; drop function by_hand_is_confirmed_rightly
    `);
  }
}
