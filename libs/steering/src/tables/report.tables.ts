import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rounds' reports are to be printed, who is at it, and what came of it. */
export class Report1795000000750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table round_report (
        round_id uuid primary key references test_round,
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
        check ((made_of is null) = (sha256 is null) and (made_of is null) = (bytes is null) and
               (made_of is null) = (made_at is null))
      );
      comment on table round_report is 'PDFs of rounds: the wishes for them and the ones that are made';
      comment on column round_report.wanted_at is 'not printed before: changes come in groups';
      comment on column round_report.revision is 'counts the wishes: what changes the report is a new one';
      comment on column round_report.storing_sha256 is 'of a file that is being put into the store: named before it is there';
      comment on column round_report.made_of is 'the revision that the PDF says';
      create index round_report_wanted on round_report (wanted_at) where made_of is distinct from revision;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table round_report');
  }
}
