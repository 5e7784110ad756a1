import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft can be put away: what was written and what was built of it stay. */
export class DraftsRemoved1798000000166 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table module_draft add column removed_at timestamptz, add column removed_by uuid,
        add constraint module_draft_removed_by_somebody check ((removed_at is null) = (removed_by is null));
      comment on column module_draft.removed_at is 'when it was removed; null: it is being written';
      create index module_draft_removed on module_draft (removed_at desc, id) where removed_at is not null;
      create or replace view module_draft_standing as
        select d.id, d.title, d.course_id, d.changed_at, r.recorded_by as changed_by
          from module_draft d join module_draft_revision r on r.draft_id = d.id and r.number = d.revision
         where d.removed_at is null;
      create view draft_removed as
        select id, title, removed_at, removed_by from module_draft where removed_at is not null;
      comment on view draft_removed is 'modules that were written here and removed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view draft_removed;
      create or replace view module_draft_standing as
        select d.id, d.title, d.course_id, d.changed_at, r.recorded_by as changed_by
          from module_draft d join module_draft_revision r on r.draft_id = d.id and r.number = d.revision;
      alter table module_draft drop column removed_at, drop column removed_by;
    `);
  }
}
