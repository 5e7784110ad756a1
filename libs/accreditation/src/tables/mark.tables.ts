import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The council's arms or logo on certificates. One person proposes it, another confirms. See docs/decisions/1061. */
export class CouncilMarks1797000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table council_mark (
        id uuid primary key,
        picture text not null references picture,
        alt text not null check (alt <> ''),
        alt_cy text check (alt_cy <> ''),
        starts_on date not null check (isfinite(starts_on)),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        outcome text check (outcome in ('confirmed', 'confirmed_alone', 'refused', 'withdrawn')),
        decided_by uuid,
        decided_at timestamptz,
        check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
        constraint council_mark_takes_two check (case outcome
          when 'confirmed' then decided_by <> proposed_by
          when 'confirmed_alone' then decided_by = proposed_by
          else true end)
      );
      comment on table council_mark is
        'from starts_on until another begins; of two that begin on one day the one decided last';
      create unique index council_mark_waiting on council_mark ((true)) where outcome is null;
      create index council_mark_in_force on council_mark (starts_on desc, decided_at desc)
        where outcome in ('confirmed', 'confirmed_alone');

      create function council_mark_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.outcome is not null or new.outcome is null
            or to_jsonb(old) - '{outcome,decided_by,decided_at}'::text[]
              is distinct from to_jsonb(new) - '{outcome,decided_by,decided_at}'::text[]
          then
            raise exception 'what stands on certificates is decided once, as it was proposed'
              using errcode = 'check_violation', constraint = 'council_mark_stays';
          end if;
          return new;
        end $$;
      create trigger council_mark_stays before update or delete on council_mark
        for each row execute function council_mark_stays();
      create view council_mark_standing as
        select id, starts_on, proposed_by, proposed_at, outcome is null as waits from council_mark;
      comment on view council_mark_standing is 'that other arms or another logo are to stand on certificates';

      create trigger council_mark_is_never_emptied before truncate on council_mark
        for each statement execute function council_mark_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view council_mark_standing; drop table council_mark; drop function council_mark_stays');
  }
}
