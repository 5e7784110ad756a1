import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = (...more: string[]) =>
  ['module', ...more, 'prior_learning', 'recording', 'outside_certificate'].map((kind) => `'${kind}'`).join(', ');

/** To be at a session is a way to meet a requirement: its register accepts it, no officer. */
export class AttendanceWay1797000000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table way drop constraint way_kind_check, add constraint way_kind_check check (kind in (${KINDS('attendance')}));
      alter table evidence drop constraint evidence_kind_check, drop constraint evidence_check1,
        add constraint evidence_kind_check check (kind in (${KINDS('attendance')})),
        add constraint evidence_check1 check ((kind in ('module', 'attendance')) = (accepted_by is null));
      comment on column evidence.source is 'of a module the registration, of an attendance what the register came to, else the claim';
      insert into way (id, requirement_id, kind, during)
      select gen_random_uuid(), r.id, 'attendance', daterange(null, null) from requirement r;
    `);
  }

  /** What people have shown by being there cannot be told without it: then it stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if exists (select from evidence where kind = 'attendance') then
          raise exception 'people have met requirements by being at a session: this cannot be undone without losing it';
        end if;
      end $$;
      delete from way where kind = 'attendance';
      alter table way drop constraint way_kind_check, add constraint way_kind_check check (kind in (${KINDS()}));
      alter table evidence drop constraint evidence_kind_check, drop constraint evidence_check1,
        add constraint evidence_kind_check check (kind in (${KINDS()})),
        add constraint evidence_check1 check ((kind = 'module') = (accepted_by is null));
    `);
  }
}
