import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was there, part by part, with what was written before; and what that has come to, topic by topic. */
export class Attendance1797000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme_session
        add register_closed_at timestamptz,
        add register_closed_by uuid references person,
        add check ((register_closed_at is null) = (register_closed_by is null));

      create table attendance (
        session_id uuid not null references programme_session,
        part integer not null,
        person_id uuid not null references person,
        value text not null check (value in ('present', 'absent', 'apologies')),
        how text not null check (how in ('register', 'code')),
        reason text,
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        primary key (session_id, part, person_id),
        constraint attendance_part foreign key (session_id, part) references session_part (session_id, number)
      );
      create index attendance_person on attendance (person_id, session_id);

      create table attendance_was (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null references programme_session,
        part integer not null,
        person_id uuid not null references person,
        value text not null,
        how text not null,
        reason text,
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        replaced_at timestamptz not null,
        replaced_by uuid not null references person
      );
      create index attendance_was_of on attendance_was (session_id, person_id, part);

      create function attendance_keeps_what_was() returns trigger language plpgsql as $$
        begin
          if tg_op = 'DELETE' then
            raise exception 'attendance is never deleted: it is corrected' using errcode = 'check_violation', constraint = 'attendance_stays';
          end if;
          if (old.session_id, old.part, old.person_id) is distinct from (new.session_id, new.part, new.person_id) then
            raise exception 'attendance stays where it is' using errcode = 'check_violation', constraint = 'attendance_stays';
          end if;
          if new.value is distinct from old.value then
            if new.reason is null and exists (
              select from programme_session s where s.id = old.session_id and s.register_closed_at is not null)
            then
              raise exception 'the register is closed: say why it is corrected'
                using errcode = 'check_violation', constraint = 'attendance_needs_a_reason';
            end if;
            insert into attendance_was (session_id, part, person_id, value, how, reason, recorded_at, recorded_by, replaced_at, replaced_by)
            values (old.session_id, old.part, old.person_id, old.value, old.how, old.reason, old.recorded_at,
                    old.recorded_by, new.recorded_at, new.recorded_by);
          end if;
          return new;
        end $$;
      create trigger attendance_keeps_what_was before update or delete on attendance
        for each row execute function attendance_keeps_what_was();
      create function attendance_was_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'what a register said before is never changed or deleted'; end $$;
      create trigger attendance_was_is_for_ever before update or delete on attendance_was
        for each row execute function attendance_was_is_for_ever();

      create table attended (
        id uuid primary key,
        session_id uuid not null references programme_session,
        person_id uuid not null references person,
        topic text not null,
        met_on date not null,
        recorded_at timestamptz not null,
        withdrawn_at timestamptz
      );
      comment on column attended.topic is 'the slug of a requirement: whoever was there in every part that names it has shown it';
      create unique index attended_once on attended (session_id, person_id, topic) where withdrawn_at is null;
      create index attended_person on attended (person_id) where withdrawn_at is null;
      create index attended_topic on attended (topic) where withdrawn_at is null;

      create view attended_standing as
        select a.id, a.session_id, a.person_id, a.topic, a.met_on, a.recorded_at from attended a where a.withdrawn_at is null;
      comment on view attended_standing is 'topics of sessions that people were at, in every part that names them';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view attended_standing; drop table attended; drop table attendance_was; drop table attendance;
      drop function attendance_keeps_what_was; drop function attendance_was_is_for_ever;
      alter table programme_session drop register_closed_at, drop register_closed_by`);
  }
}
