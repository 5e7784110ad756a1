import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people want to see in the programme, and what became of it. */
export class EventProposal1797000000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_proposal (
        id uuid primary key,
        title text not null check (title <> ''),
        why text not null check (why <> ''),
        priority text,
        outcomes text[] not null,
        for_whom text,
        proposed_at timestamptz not null,
        proposed_by uuid not null references person,
        state text not null check (state in ('new', 'accepted', 'merged', 'declined')),
        reason text,
        event_id uuid references programme_event,
        decided_at timestamptz,
        decided_by uuid references person,
        check ((state = 'new') = (decided_at is null)),
        check ((decided_at is null) = (decided_by is null)),
        check ((event_id is not null) = (state in ('accepted', 'merged'))),
        check (state <> 'declined' or reason is not null)
      );
      comment on column event_proposal.for_whom is 'whose wish it is, when an officer writes it down for somebody';
      comment on column event_proposal.priority is 'of the council, in words';
      create index event_proposal_newest on event_proposal (proposed_at desc, id);
      create index event_proposal_state on event_proposal (state, proposed_at desc, id);
      create index event_proposal_person on event_proposal (proposed_by, proposed_at desc, id);

      create function event_proposal_is_answered_once() returns trigger language plpgsql as $$
        begin
          if old.state <> 'new' or (old.id, old.title, old.why, old.priority, old.outcomes, old.for_whom, old.proposed_at, old.proposed_by)
              is distinct from (new.id, new.title, new.why, new.priority, new.outcomes, new.for_whom, new.proposed_at, new.proposed_by)
          then
            raise exception 'a proposal is answered once, as it was made'
              using errcode = 'check_violation', constraint = 'event_proposal_is_answered_once';
          end if;
          return new;
        end $$;
      create trigger event_proposal_is_answered_once before update on event_proposal
        for each row execute function event_proposal_is_answered_once();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_proposal; drop function event_proposal_is_answered_once');
  }
}
