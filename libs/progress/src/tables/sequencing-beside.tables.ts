import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the parts of a module are told beside the steps through it: what other packages share, and what runs had reported that their pages left. */
export class Progress1797000000331 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sequencing_shared (
        attempt_id uuid not null references attempt,
        launch integer not null,
        shared json not null,
        primary key (attempt_id, launch)
      );
      comment on table sequencing_shared is 'what other attempts and packages of the learner shared when a launch was opened: only what was news; append only';
      comment on column sequencing_shared.launch is 'number of the launch within its attempt';
      comment on column sequencing_shared.shared is 'global objectives and shared data: Shared of libs/scorm';

      create table sequencing_left (
        attempt_id uuid not null references attempt,
        launch integer not null,
        run integer not null,
        seq integer not null,
        report json not null,
        primary key (attempt_id, launch, run, seq)
      );
      comment on table sequencing_left is 'what a part had reported whose page went away without a word, once another page has begun; of a run the newest counts; append only';
      comment on column sequencing_left.run is 'the run that was opened by a step';
      comment on column sequencing_left.seq is 'the commit of the launch that brought it';
      comment on column sequencing_left.report is 'ActivityReport of libs/scorm';

      create type written_left_report as (
        registration_id uuid, attempt_id uuid, launch integer, run integer, seq integer, report json
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop type written_left_report;
      drop table sequencing_left;
      drop table sequencing_shared;
    `);
  }
}
