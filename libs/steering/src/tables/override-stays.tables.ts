import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who proposed an override, of what and why, is not changed while it waits; what was decided stays. */
export class OverrideStays1795000000880 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function publish_override_stays() returns trigger language plpgsql as $$
        begin
          if old.confirmed_at is not null or old.withdrawn_at is not null
            or (old.id, old.version_id, old.course_id, old.proposed_by, old.reason, old.proposed_at)
              is distinct from (new.id, new.version_id, new.course_id, new.proposed_by, new.reason, new.proposed_at)
          then
            raise exception 'an override is decided once, as it was proposed'
              using errcode = 'check_violation', constraint = 'publish_override_stays';
          end if;
          return new;
        end $$;
      create trigger publish_override_stays before update on publish_override
        for each row execute function publish_override_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger publish_override_stays on publish_override; drop function publish_override_stays`);
  }
}
