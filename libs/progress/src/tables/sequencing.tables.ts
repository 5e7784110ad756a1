import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a learner is in a module whose parts have an order, and every step that led there. */
export class Progress1797000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sequencing (
        attempt_id uuid primary key references attempt,
        state json not null,
        launch integer not null default 0,
        number integer not null default 0,
        open json,
        differs boolean not null default false
      ) with (fillfactor = 50, toast_tuple_target = 8160);
      comment on table sequencing is 'attempts at versions whose parts have an order; an attempt that began without it has none';
      comment on column sequencing.state is 'after the last of its steps: SequencingState of libs/scorm';
      comment on column sequencing.number is 'of the last step, counted within its launch';
      comment on column sequencing.open is 'what the part that is open has reported since: see OpenRun';
      comment on column sequencing.differs is 'some step of it led elsewhere than the rules of the module';

      create table sequencing_move (
        attempt_id uuid not null references sequencing,
        launch integer not null,
        number integer not null,
        at timestamptz not null,
        request text not null check (request in ('start', 'resumeAll', 'continue', 'previous', 'exit', 'exitAll', 'abandon',
          'abandonAll', 'suspendAll', 'choice', 'jump')),
        target text,
        run integer,
        report json,
        opened text,
        opened_run integer,
        differs boolean not null,
        seq integer not null,
        received_at timestamptz not null,
        primary key (attempt_id, launch, number),
        check ((target is not null) = (request in ('choice', 'jump'))),
        check ((opened is null) = (opened_run is null))
      );
      comment on table sequencing_move is 'steps of learners through the parts of a module, as their players carried them out; append only';
      comment on column sequencing_move.at is 'by the clock of the browser';
      comment on column sequencing_move.run is 'the run that was open when it was asked';
      comment on column sequencing_move.report is 'what that run had reported: ActivityReport of libs/scorm';
      comment on column sequencing_move.opened is 'the part that the player opened; null when it opened none';
      comment on column sequencing_move.differs is 'by the rules of the module it would have opened another, or none';
      comment on column sequencing_move.seq is 'the commit of the launch that brought it';

      create function sequencing_move_stays() returns trigger language plpgsql as $$
        begin raise exception 'a step through a module is never changed' using errcode = 'check_violation'; end $$;
      create trigger sequencing_move_stays before update on sequencing_move
        for each row execute function sequencing_move_stays();

      create type written_sequencing as (
        registration_id uuid, attempt_id uuid, state json, launch integer, number integer, open json,
        differs boolean
      );
      create type written_move as (
        registration_id uuid, attempt_id uuid, launch integer, number integer, at timestamptz, request text, target text,
        run integer, report json, opened text, opened_run integer, differs boolean, seq integer, received_at timestamptz
      );

      alter table doubtful_completion
        drop constraint doubtful_completion_doubts_check,
        add constraint doubtful_completion_doubts_check check (cardinality(doubts) > 0 and doubts <@
          array['quick', 'more_time_than_passed', 'quick_day', 'more_time_than_passed_day', 'other_order']);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from doubtful_completion where 'other_order' = any(doubts);
      alter table doubtful_completion
        drop constraint doubtful_completion_doubts_check,
        add constraint doubtful_completion_doubts_check check (cardinality(doubts) > 0 and doubts <@
          array['quick', 'more_time_than_passed', 'quick_day', 'more_time_than_passed_day']);
      drop type written_move;
      drop type written_sequencing;
      drop table sequencing_move;
      drop function sequencing_move_stays();
      drop table sequencing;
    `);
  }
}
