import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Templates of certificates: drafted by officers, approved by an administrator, frozen from then on. Each has previews, which
 * the worker prints. A certificate keeps the template it was issued with; those that are there have none and stay as they are.
 */
export class Templates1797000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table template_version (
        id uuid primary key,
        number integer not null unique check (number > 0),
        scheme_id uuid references scheme,
        template jsonb not null,
        revision integer not null default 1,
        from_day date,
        state text not null default 'draft' check (state in ('draft', 'proposed', 'approved', 'withdrawn')),
        drafted_by uuid not null,
        drafted_at timestamptz not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        proposed_by uuid,
        proposed_at timestamptz,
        sent_back_by uuid,
        sent_back_at timestamptz,
        sent_back_why text,
        approved_by uuid,
        approved_at timestamptz,
        approved_alone boolean not null default false,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        withdrawn_why text,
        check ((proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (state = 'draft')),
        check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (state in ('draft', 'proposed'))),
        check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_why) = case when state = 'withdrawn' then 3 else 0 end),
        check (num_nonnulls(sent_back_by, sent_back_at, sent_back_why) in (0, 3)),
        check (state in ('draft', 'proposed') or from_day is not null),
        constraint template_version_takes_two
          check (approved_alone or approved_by not in (drafted_by, changed_by, proposed_by))
      );
      comment on column template_version.scheme_id is 'null: of every scheme that has none of its own';
      comment on column template_version.from_day is 'in use from; null: from the day on which it is approved';
      comment on column template_version.revision is 'counts the changes of the draft';
      create unique index template_version_a_day on template_version (scheme_id, from_day) nulls not distinct
        where state = 'approved';

      create function template_version_is_frozen() returns trigger language plpgsql as $$
        declare
          was template_version := old;
        begin
          if tg_op = 'TRUNCATE' or tg_op = 'DELETE' and old.state <> 'draft' then
            raise exception 'only drafts of templates are deleted'
              using errcode = 'check_violation', constraint = 'template_version_is_frozen';
          end if;
          if tg_op = 'DELETE' then
            return old;
          end if;
          if old.state = 'approved' and new.state = 'withdrawn' then
            was.state := new.state;
            was.withdrawn_by := new.withdrawn_by;
            was.withdrawn_at := new.withdrawn_at;
            was.withdrawn_why := new.withdrawn_why;
          end if;
          if old.state in ('approved', 'withdrawn') and was is distinct from new
            or new.state = 'withdrawn' and old.state not in ('approved', 'withdrawn')
            or new.state = 'approved' and old.state not in ('proposed', 'approved')
            or old.state = 'proposed' and old.template is distinct from new.template
            or (old.id, old.number, old.scheme_id) is distinct from (new.id, new.number, new.scheme_id)
          then
            raise exception 'a template is proposed, approved and withdrawn as it was drafted'
              using errcode = 'check_violation', constraint = 'template_version_is_frozen';
          end if;
          return new;
        end $$;
      create trigger template_version_is_frozen before update or delete on template_version
        for each row execute function template_version_is_frozen();
      create trigger template_version_is_never_emptied before truncate on template_version
        for each statement execute function template_version_is_frozen();

      create table template_preview (
        id uuid primary key,
        template_version_id uuid not null references template_version on delete cascade,
        sample text not null check (sample in ('usual', 'longest', 'by_hand')),
        wanted_at timestamptz not null,
        revision integer not null default 1,
        leased_by uuid,
        leased_until timestamptz,
        attempts integer not null default 0,
        error text,
        storing_sha256 bytea,
        sha256 bytea,
        bytes integer,
        made_at timestamptz,
        made_of integer,
        unique (template_version_id, sample)
      );
      comment on table template_preview is 'what a certificate of the template looks like, as the worker prints it';
      create index template_preview_unprinted on template_preview (wanted_at) where made_of is distinct from revision;

      alter table certificate add column template_version_id uuid references template_version;
      comment on column certificate.template_version_id is 'what it was issued with; null: the words and the layout of its design';
      create index certificate_template on certificate (template_version_id) where template_version_id is not null;

      create or replace function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return exists (select from package_file where sha256 = file)
            or exists (select from certificate where pdf_sha256 = file)
            or exists (select from finding where screenshot_sha256 = file)
            or exists (select from round_report where sha256 = file or storing_sha256 = file)
            or exists (select from claim_file where sha256 = file)
            or exists (select from template_preview where sha256 = file or storing_sha256 = file);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return exists (select from package_file where sha256 = file)
            or exists (select from certificate where pdf_sha256 = file)
            or exists (select from finding where screenshot_sha256 = file)
            or exists (select from round_report where sha256 = file or storing_sha256 = file)
            or exists (select from claim_file where sha256 = file);
        end $$;
      alter table certificate drop column template_version_id;
      drop table template_preview; drop table template_version; drop function template_version_is_frozen;
    `);
  }
}
