import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people who were at a session are asked about it, who was asked, and what was answered: those two apart. */
export class Feedback1797000000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question (
        revision integer not null check (revision > 0),
        number integer not null check (number between 1 and 6),
        kind text not null check (kind in ('choice', 'text')),
        words text not null check (words <> ''),
        options text[] not null,
        recorded_at timestamptz not null,
        recorded_by uuid references person,
        primary key (revision, number),
        check ((kind = 'choice') = (cardinality(options) > 1))
      );
      comment on table question is 'what people are asked about a session: a change makes a new revision of all of them';
      create function question_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'what was asked stays: a change is a new revision'; end $$;
      create trigger question_is_for_ever before update or delete on question
        for each row execute function question_is_for_ever();
      insert into question (revision, number, kind, words, options, recorded_at)
      select 1, n.number, n.kind, n.words, n.options, now() from (values
        (1, 'choice', 'How good was it, all in all?', array['Very good', 'Good', 'Neither good nor poor', 'Poor', 'Very poor']),
        (2, 'choice', 'Will it help you in your role?', array['A great deal', 'Somewhat', 'A little', 'Not at all']),
        (3, 'choice', 'Was there time enough for questions?', array['Yes', 'Partly', 'No']),
        (4, 'text', 'What was best about it?', '{}'::text[]),
        (5, 'text', 'What should we change?', '{}'::text[]),
        (6, 'text', 'What would you like to learn next?', '{}'::text[])) as n (number, kind, words, options);

      create table feedback_round (
        session_id uuid not null references programme_session,
        stage text not null check (stage in ('after', 'later')),
        revision integer check (revision > 0),
        outcomes text[] not null,
        asked jsonb not null,
        opened_on date not null,
        closes_on date not null check (closes_on >= opened_on),
        forgotten_from date not null check (forgotten_from > closes_on or stage = 'later'),
        results jsonb,
        results_at timestamptz,
        changed text check (changed <> ''),
        changed_at timestamptz,
        changed_by uuid references person,
        primary key (session_id, stage),
        check ((results is null) = (results_at is null)),
        check ((changed is null) = (changed_at is null)),
        check ((stage = 'after') = (revision is not null))
      );
      comment on column feedback_round.asked is 'the questions in their words, as they were asked then';
      comment on column feedback_round.changed is 'what was changed because of what people said';
      create index feedback_round_open on feedback_round (closes_on) where results is null;
      create function feedback_round_stays() returns trigger language plpgsql as $$
        begin
          if tg_op = 'DELETE' or (old.asked, old.outcomes, old.opened_on, old.closes_on)
              is distinct from (new.asked, new.outcomes, new.opened_on, new.closes_on) then
            raise exception 'what was asked stays what it was' using errcode = 'check_violation', constraint = 'feedback_round_stays';
          end if;
          if old.results is not null and old.results is distinct from new.results then
            raise exception 'results that were shown stay as they were shown' using errcode = 'check_violation', constraint = 'feedback_round_stays';
          end if;
          return new;
        end $$;
      create trigger feedback_round_stays before update or delete on feedback_round
        for each row execute function feedback_round_stays();

      create table feedback_invitation (
        session_id uuid not null references programme_session,
        stage text not null,
        person_id uuid not null references person,
        asked_at timestamptz not null,
        reminded_at timestamptz,
        answered_on date,
        primary key (session_id, stage, person_id),
        foreign key (session_id, stage) references feedback_round
      );
      create index feedback_invitation_person on feedback_invitation (person_id);
      create index feedback_invitation_open on feedback_invitation (asked_at) where answered_on is null and reminded_at is null;

      create table feedback_answer (
        id uuid primary key,
        session_id uuid not null references programme_session,
        stage text not null,
        audience text not null check (audience in ('member', 'officer', 'partner')),
        answers jsonb not null,
        foreign key (session_id, stage) references feedback_round
      );
      comment on table feedback_answer is 'no person and no time: nothing joins an answer to an invitation';
      create index feedback_answer_of on feedback_answer (session_id, stage);

      create view feedback_standing as
        select i.person_id, i.session_id, i.stage, e.title as event_title, r.closes_on, i.asked_at, i.answered_on
          from feedback_invitation i join feedback_round r on r.session_id = i.session_id and r.stage = i.stage
          join programme_session s on s.id = i.session_id join programme_event e on e.id = s.event_id;
      comment on view feedback_standing is 'who was asked about which session, until when they can answer, and whether they have';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view feedback_standing; drop table feedback_answer; drop table feedback_invitation; drop table feedback_round; drop table question;
      drop function feedback_round_stays; drop function question_is_for_ever`);
  }
}
