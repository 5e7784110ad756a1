import { Course1796000000023 } from './windows.tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Course1795000000852 } from './deletion.tables';
import { Dispatch1797000000338 } from './dispatch.tables';
import { Tasters1798000000142 } from './taster.tables';
import { Facts1798000000160 } from './facts.tables';
import { Course1795000000850 } from './hosts.tables';
import { Course1795000000812 } from './publication-truncate.tables';
import { Course1795000000700 } from './publication.tables';
import { ReviewWindow1798000000161 } from './review-window.tables';
import { ReviewWords1798000000183 } from './review-words.tables';
import { Course1795000000851 } from './store.tables';

class Course1795000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course (
        id uuid primary key,
        slug text not null unique,
        title text not null,
        summary text not null default '',
        minutes integer,
        core boolean not null default false,
        published_version_id uuid,
        created_at timestamptz not null
      );
      comment on column course.core is 'a core-skills module: the Core skills scheme asks for it while it is published';
      create index course_title on course (title, id);

      create table course_version (
        id uuid primary key,
        course_id uuid not null references course,
        number integer not null,
        state text not null check (state in ('draft', 'in_testing', 'approved', 'published', 'retired')),
        key text not null unique,
        standard text not null check (standard in ('scorm_12', 'scorm_2004')),
        edition text not null,
        title text not null,
        manifest jsonb not null,
        file_count integer not null,
        bytes bigint not null,
        package_sha256 bytea not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        published_by uuid,
        published_at timestamptz,
        unique (course_id, number)
      );
      comment on column course_version.key is 'unguessable part of the address of the package files';
      comment on column course_version.manifest is 'the activity tree that libs/scorm read: see ActivityTree';
      alter table course add foreign key (published_version_id) references course_version;

      create table package_upload (
        id uuid primary key,
        course_id uuid references course,
        file_name text not null,
        bytes bigint not null,
        state text not null check (state in ('receiving', 'importing', 'accepted', 'refused', 'failed')),
        progress jsonb,
        report jsonb,
        version_id uuid references course_version,
        uploaded_by uuid not null,
        created_at timestamptz not null,
        alive_until timestamptz,
        finished_at timestamptz
      );
      comment on column package_upload.progress is 'while importing: {"done": files, "total": files}';
      comment on column package_upload.alive_until is
        'prolonged by the process at work; when it has passed, that process is gone and the upload failed';
      create index package_upload_newest on package_upload (created_at desc, id);

      create table package_file (
        version_id uuid not null references course_version on delete cascade,
        path text collate "C" not null,
        sha256 bytea not null,
        bytes integer not null,
        content_type text not null,
        gzip_bytes integer,
        primary key (version_id, path)
      );
      comment on column package_file.gzip_bytes is 'size of the pre-compressed copy in the store; null when there is none';
      create index package_file_sha256 on package_file (sha256);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table package_file; drop table package_upload;
      alter table course drop constraint course_published_version_id_fkey;
      drop table course_version; drop table course
    `);
  }
}

export const courseMigrations = [
  Course1795000000200,
  Course1795000000700,
  Course1795000000812,
  Course1795000000850,
  Course1795000000851,
  Course1795000000852,
  Course1796000000023,
  Dispatch1797000000338,
  Tasters1798000000142,
  Facts1798000000160,
  ReviewWindow1798000000161,
  ReviewWords1798000000183,
];
