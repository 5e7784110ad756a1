import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is new beside an award that somebody keeps is reminded of, and stands with what is overdue: docs/decisions/1376. */
export class TopUps1798000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table top_up (
        person_id uuid not null references person,
        scheme_version_id uuid not null references scheme_version,
        made_on date not null,
        closed_on date,
        ask_on date,
        said_step smallint,
        primary key (person_id, scheme_version_id),
        check (closed_on is null or ask_on is null)
      );
      comment on table top_up is 'a holder of an award has still to show what a version asks for by its day (top_up_by), or had';
      comment on column top_up.closed_on is 'since then it is shown, or asked no longer; null: it is open';
      comment on column top_up.ask_on is 'the next day on which there is something to say to the person; null: none any more';
      comment on column top_up.said_step is 'the last rung of the ladder at which they were told; null: they were not';
      create index top_up_open on top_up (scheme_version_id) where closed_on is null;
      create index top_up_ask on top_up (ask_on) where ask_on is not null;

      create view top_up_standing as
        select t.person_id, t.scheme_version_id, v.scheme_id, v.effective_from as since, v.top_up_by as due_on,
               t.closed_on is null as is_open
          from top_up t join scheme_version v on v.id = t.scheme_version_id;
      comment on view top_up_standing is 'what schemes ask by a day of people who keep their award, and whether it is still to be shown';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view top_up_standing; drop table top_up');
  }
}
