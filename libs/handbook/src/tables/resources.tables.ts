import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The library: resources in versions that are never changed, and the files of each version. */
export class Resources1798000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resource (
        id uuid primary key,
        newest integer not null check (newest >= 1),
        review_by date not null,
        reviewed_at timestamptz,
        reviewed_by uuid references person,
        added_at timestamptz not null,
        added_by uuid not null references person,
        check ((reviewed_at is null) = (reviewed_by is null))
      );
      comment on column resource.newest is 'the number of its newest version';
      create index resource_review_by on resource (review_by);

      create table resource_version (
        id uuid primary key,
        resource_id uuid not null references resource,
        number integer not null check (number >= 1),
        state text not null check (state in ('draft', 'published', 'withdrawn')),
        kind text not null check (kind in ('document', 'link', 'film', 'how_to')),
        audience text not null check (audience in ('public', 'members', 'officers')),
        topic text not null check (topic in
          ('starting', 'conduct', 'meetings', 'planning', 'residents', 'money', 'ict', 'safety', 'information', 'election')),
        title text not null check (title <> ''),
        about text not null,
        body text check (body <> ''),
        language text not null check (language in ('en', 'cy')),
        url text,
        transcript text check (transcript <> ''),
        is_captioned boolean not null,
        owner text not null check (owner <> ''),
        ends_on date,
        withdrawn_because text check (withdrawn_because <> ''),
        at_once_because text check (at_once_because <> ''),
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        unique (resource_id, number),
        constraint resource_version_url_leads check (url ~ '^https://[^[:space:]]+$'),
        constraint resource_version_link_leads check (not (state = 'published' and kind = 'link') or url is not null),
        constraint resource_version_film_is_for_everybody
          check (not (state = 'published' and kind = 'film') or (transcript is not null and is_captioned)),
        constraint resource_version_says_why_withdrawn check ((state = 'withdrawn') = (withdrawn_because is not null))
      );
      comment on column resource_version.is_captioned is 'a film has captions that somebody wrote, in a file or where it is shown';
      comment on column resource_version.ends_on is 'the last day on which it is shown';
      comment on column resource_version.at_once_because is 'why it is shown before the poll, though what the public reads is frozen';
      alter table resource add constraint resource_has_its_newest
        foreign key (id, newest) references resource_version (resource_id, number) deferrable initially deferred;
      create index resource_version_url on resource_version (url) where url is not null;

      create table resource_file (
        version_id uuid not null references resource_version,
        format text not null check (format in
          ('html', 'docx', 'odt', 'xlsx', 'pptx', 'pdf', 'txt', 'mp4', 'webm', 'vtt')),
        file_name text not null check (file_name <> ''),
        sha256 bytea not null check (length(sha256) = 32),
        bytes integer not null check (bytes > 0),
        is_accessible boolean not null,
        primary key (version_id, format)
      );
      create index resource_file_sha256 on resource_file (sha256);

      alter function file_is_needed(bytea) rename to file_is_needed_beside_resources;
      create function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return file_is_needed_beside_resources(file) or exists (select from resource_file where sha256 = file);
        end $$;

      create function resource_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'resources are changed by a further version'; end $$;
      create trigger resource_version_is_for_ever before update or delete on resource_version
        for each row execute function resource_is_for_ever();
      create trigger resource_version_is_never_emptied before truncate on resource_version
        for each statement execute function resource_is_for_ever();
      create trigger resource_file_is_for_ever before update or delete on resource_file
        for each row execute function resource_is_for_ever();
      create trigger resource_file_is_never_emptied before truncate on resource_file
        for each statement execute function resource_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function file_is_needed(bytea);
      alter function file_is_needed_beside_resources(bytea) rename to file_is_needed;
      drop table resource_file;
      alter table resource drop constraint resource_has_its_newest;
      drop table resource_version; drop table resource;
      drop function resource_is_for_ever;
    `);
  }
}
