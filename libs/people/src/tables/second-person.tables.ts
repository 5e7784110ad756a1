import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What takes two people at the desk, and when somebody's word begins to count. */
export class SecondPerson1795000000860 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column deactivated_at timestamptz;
      comment on column person.deactivated_at is 'they cannot sign in; what they did and got stays';

      alter table person_role
        add column confirms_from timestamptz,
        add column granted_alone boolean not null default false;
      update person_role r set confirms_from = p.created_at from person p where p.id = r.person_id;
      alter table person_role
        alter column confirms_from set not null,
        alter column confirms_from set default now() + interval '24 hours';
      comment on column person_role.confirms_from is 'before this they neither sign off nor confirm with this role';
      comment on column person_role.granted_alone is 'there was no second person to agree';

      create table person_role_past (
        person_id uuid not null references person on delete cascade,
        role text not null,
        confirms_from timestamptz not null,
        granted_alone boolean not null,
        left_at timestamptz not null
      );
      comment on table person_role_past is 'roles that were taken away, or that rest since their person was deactivated';
      create index person_role_past_person on person_role_past (person_id, left_at desc);
      create index person_role_past_left on person_role_past (left_at);

      create table desk_proposal (
        id uuid primary key,
        kind text not null check (kind in ('roles', 'address', 'return', 'quorum')),
        person_id uuid references person on delete cascade,
        wish jsonb not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        outcome text check (outcome in ('agreed', 'alone', 'refused', 'withdrawn', 'fallen')),
        decided_by uuid,
        decided_at timestamptz,
        check ((outcome is null) = (decided_at is null)),
        check ((kind = 'quorum') = (person_id is null)),
        constraint desk_proposal_takes_two
          check (outcome is distinct from 'agreed' or (decided_by is not null and decided_by <> proposed_by))
      );
      comment on table desk_proposal is 'a change that one person proposes and another agrees to';
      create unique index desk_proposal_waiting
        on desk_proposal (kind, coalesce(person_id, '00000000-0000-0000-0000-000000000000')) where outcome is null;
      create index desk_proposal_person on desk_proposal (person_id, proposed_at desc);
      create index desk_proposal_decided on desk_proposal (decided_at desc) where outcome is not null;

      create function desk_proposal_stays_decided() returns trigger language plpgsql as $$
        begin
          if old.outcome is not null or (old.kind, old.person_id, old.wish, old.proposed_by, old.proposed_at)
            is distinct from (new.kind, new.person_id, new.wish, new.proposed_by, new.proposed_at)
          then
            raise exception 'a proposal is decided once, as it was made'
              using errcode = 'check_violation', constraint = 'desk_proposal_stays_decided';
          end if;
          return new;
        end $$;
      create trigger desk_proposal_stays_decided before update on desk_proposal
        for each row execute function desk_proposal_stays_decided();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table desk_proposal; drop function desk_proposal_stays_decided; drop table person_role_past;
      alter table person_role drop column confirms_from, drop column granted_alone;
      alter table person drop column deactivated_at
    `);
  }
}
