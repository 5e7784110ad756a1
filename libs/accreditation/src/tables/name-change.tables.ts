import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody asks for another name on what they are called and certified by; an officer, never they, decides once. */
export class Accreditation1797000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table name_change (
        id uuid primary key,
        person_id uuid not null,
        name text not null,
        why text not null,
        asked_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        accepted boolean,
        decision text,
        constraint name_change_is_not_ones_own check (decided_by <> person_id),
        check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (accepted is null)
          and (decided_at is null) = (decision is null))
      );
      comment on column name_change.name is 'as it shall be printed; empty once the person is erased, as are why and decision';
      create unique index name_change_one_waits on name_change (person_id) where decided_at is null;
      create index name_change_oldest on name_change (asked_at, id) where decided_at is null;
      create index name_change_person on name_change (person_id, asked_at);

      create function name_change_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE'
            or (old.id, old.person_id, old.asked_at) is distinct from (new.id, new.person_id, new.asked_at)
            or new.name not in (old.name, '') or new.why not in (old.why, '')
            or old.decided_at is not null and ((old.decided_by, old.decided_at, old.accepted)
              is distinct from (new.decided_by, new.decided_at, new.accepted) or new.decision not in (old.decision, ''))
          then
            raise exception 'a name change is decided once, as it was asked for'
              using errcode = 'check_violation', constraint = 'name_change_stays';
          end if;
          return new;
        end $$;
      create trigger name_change_stays before update or delete on name_change
        for each row execute function name_change_stays();
      create trigger name_change_is_never_emptied before truncate on name_change
        for each statement execute function name_change_stays();

      create view name_change_standing as
        select id, person_id, asked_at, decided_at is null as waits from name_change;
      comment on view name_change_standing is 'that somebody asks for another name';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view name_change_standing; drop table name_change; drop function name_change_stays');
  }
}
