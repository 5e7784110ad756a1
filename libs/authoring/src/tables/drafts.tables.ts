import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Modules that are being written, with every state they have been in. */
export class ModuleDrafts1798000000165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table module_draft (
        id uuid primary key,
        title text not null,
        slug text not null check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
        begun_from text not null,
        course_id uuid references course on delete set null,
        revision integer not null check (revision >= 1),
        begun_by uuid not null,
        begun_at timestamptz not null,
        changed_at timestamptz not null
      );
      comment on table module_draft is 'a module that is written here; its folder is what its newest revision left of module_draft_file';
      comment on column module_draft.slug is 'the name of its folder';
      comment on column module_draft.begun_from is 'starter, folder, or the module or draft that it is a copy of: shipped:SLUG, draft:ID';
      comment on column module_draft.course_id is 'the module whose next version it becomes; null: a new one';
      create index module_draft_changed on module_draft (changed_at desc, id);

      create table module_draft_revision (
        draft_id uuid not null references module_draft,
        number integer not null check (number >= 1),
        act text not null,
        about text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        primary key (draft_id, number)
      );
      comment on column module_draft_revision.act is 'what was done: a word of the program';
      comment on column module_draft_revision.about is 'to what: the title of a screen, the words of a question';

      create table module_draft_file (
        draft_id uuid not null references module_draft,
        revision integer not null,
        path text collate "C" not null,
        text text,
        bytes bytea,
        primary key (draft_id, path, revision),
        foreign key (draft_id, revision) references module_draft_revision,
        check (text is null or bytes is null)
      );
      comment on table module_draft_file is 'a file as a revision left it; with neither text nor bytes it is gone since then';

      create table module_draft_package (
        upload_id uuid primary key references package_upload on delete cascade,
        draft_id uuid not null references module_draft,
        revision integer not null,
        foreign key (draft_id, revision) references module_draft_revision
      );
      comment on table module_draft_package is 'which revision was built and taken in as which package';
      create index module_draft_package_draft on module_draft_package (draft_id);

      create function module_draft_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'what was written is never changed or deleted'; end $$;
      create trigger module_draft_revision_is_for_ever before update or delete on module_draft_revision
        for each row execute function module_draft_is_for_ever();
      create trigger module_draft_revision_is_never_emptied before truncate on module_draft_revision
        for each statement execute function module_draft_is_for_ever();
      create trigger module_draft_file_is_for_ever before update or delete on module_draft_file
        for each row execute function module_draft_is_for_ever();
      create trigger module_draft_file_is_never_emptied before truncate on module_draft_file
        for each statement execute function module_draft_is_for_ever();

      create view module_draft_standing as
        select d.id, d.title, d.course_id, d.changed_at, r.recorded_by as changed_by
          from module_draft d join module_draft_revision r on r.draft_id = d.id and r.number = d.revision;
      comment on view module_draft_standing is 'modules that are written here, as they stand';

      create view draft_revision_made as
        select draft_id, number, act, about, recorded_by, recorded_at from module_draft_revision;
      comment on view draft_revision_made is 'every change of a module that is written here';

      create view draft_package_built as
        select upload_id, draft_id, revision from module_draft_package;
      comment on view draft_package_built is 'which revision of a draft became which uploaded package';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view draft_package_built; drop view draft_revision_made; drop view module_draft_standing;
      drop table module_draft_package; drop table module_draft_file; drop table module_draft_revision; drop table module_draft;
      drop function module_draft_is_for_ever;
    `);
  }
}
