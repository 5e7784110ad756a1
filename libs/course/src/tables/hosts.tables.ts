import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which other websites a version loads from, and which of them officers have agreed to. */
export class Course1795000000850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course_version add column outside jsonb;
      comment on column course_version.outside is
        'the other websites found in the package: [{"host", "uses", "where"}]; null until it was looked through';

      create table version_host (
        version_id uuid not null references course_version on delete cascade,
        host text not null
          check (host ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z][a-z0-9-]*[a-z0-9]$' and length(host) <= 253),
        uses text[] not null
          check (cardinality(uses) > 0 and uses <@ array['frames', 'media', 'styles', 'scripts']),
        reason text not null,
        agreed_by uuid,
        agreed_at timestamptz not null,
        primary key (version_id, host)
      );
      comment on table version_host is 'hosts that the pages of a version may load from; no other. Who agreed before is in the audit trail';
      comment on column version_host.agreed_by is 'null: found when versions from before this rule were looked through';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table version_host; alter table course_version drop column outside');
  }
}
