import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Templates and arms that wait for approval are seen by the desk, and whoever may approve them is written to, once a proposal.
 * Previews have a picture beside their PDF; those of before have none.
 */
export class Approvals1797000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval_letter (
        id uuid primary key,
        template_version_id uuid references template_version on delete cascade,
        council_mark_id uuid references council_mark,
        proposed_at timestamptz not null,
        written_at timestamptz not null,
        check (num_nonnulls(template_version_id, council_mark_id) = 1),
        unique nulls not distinct (template_version_id, council_mark_id, proposed_at)
      );
      comment on table approval_letter is 'whoever may approve what was proposed then was written to';
      alter table template_preview add column picture bytea;
      comment on column template_preview.picture is 'PNG of its page, as the desk shows it';
      create view template_standing as
        select id, number, proposed_at, state = 'proposed' as waits from template_version;
      comment on view template_standing is 'templates of certificates, and whether they wait for approval';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view template_standing;
      alter table template_preview drop column picture;
      drop table approval_letter;
    `);
  }
}
