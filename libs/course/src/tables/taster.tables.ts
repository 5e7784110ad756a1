import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Modules that whoever thinks of standing for the council may try without an account. */
export class Tasters1798000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course add taster boolean not null default false;
      alter table course add constraint course_taster_claims_nothing check (not (taster and core));
      comment on column course.taster is 'may be tried without an account; nothing is asked for or claimed by it';

      create table taster (
        id uuid primary key,
        course_id uuid not null references course on delete cascade,
        files_key bytea not null check (length(files_key) = 32),
        begun_by uuid not null,
        begun_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz,
        check ((ended_by is null) = (ended_at is null))
      );
      comment on table taster is 'from when until when a module was one: before a poll the public is shown what was so when its notice was given';
      comment on column taster.files_key is 'its addresses on the content origin are made with it';
      create unique index taster_now on taster (course_id) where ended_at is null;
      create index taster_course on taster (course_id);

      create or replace view course_current as
        select id, slug, title, summary, minutes, core, created_at, published_version_id, taster from course;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view course_current;
      create view course_current as
        select id, slug, title, summary, minutes, core, created_at, published_version_id from course;
      drop table taster;
      alter table course drop column taster;
    `);
  }
}
