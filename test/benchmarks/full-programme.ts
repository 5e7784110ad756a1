import type { DataSource } from 'typeorm';

const SESSIONS = 10_000;
const EVENTS = 600;
const MEMBERS = 1000;
const TOPICS = 12;

/**
 * Sessions on the working days of thirteen years around today, each in two parts, of which the first names a topic that is
 * asked of everybody; one in ten is cancelled, one in ten provisional, one event in six is for members of a body.
 *
 * @param sessions fewer of them are on fewer days
 * @returns ids of members
 */
export async function aFullProgramme(source: DataSource, sessions = SESSIONS): Promise<string[]> {
  await source.query(`select setseed(0.5)`);
  await source.query(
    `insert into requirement (id, slug, title, core_during)
     select gen_random_uuid(), 'topic-' || i, 'Topic ' || i, '{[2017-05-04,)}' from generate_series(1, $1::int) i`,
    [TOPICS],
  );
  await source.query(
    `insert into way (id, requirement_id, kind, during) select gen_random_uuid(), id, 'attendance', daterange(null, null) from requirement`,
  );
  const [body] = await source.query<{ id: string }[]>(
    `insert into body (id, kind, name, during, recorded_at)
     values (gen_random_uuid(), 'committee', 'Planning Committee', daterange('2017-05-04', null), now()) returning id`,
  );
  await source.query(
    `insert into programme_event (id, slug, title, kind, about, mandatory, audience, body_id, recorded_at)
     select gen_random_uuid(), 'event-' || i, 'A morning on subject ' || i, 'training', 'What members ask about it most.', i % 5 = 0,
            case when i % 6 = 0 then 'body' else 'everyone' end, case when i % 6 = 0 then $2::uuid end, now()
       from generate_series(1, $1::int) i`,
    [EVENTS, body!.id],
  );
  await source.query(
    `with e as (select id, row_number() over (order by slug) as nth from programme_event),
     planned as (
       select i, gen_random_uuid() as id, e.id as event_id, (current_date + ((i - $1::int / 2) / 2))::date as day,
              case when i < $1::int / 2 then case when i % 10 = 0 then 'cancelled' else 'delivered' end
                   when i % 10 = 0 then 'cancelled' when i % 10 = 1 then 'provisional' else 'confirmed' end as state
         from generate_series(1, $1::int) i join e on e.nth = i % $2::int + 1),
     sessions as (
       insert into programme_session (id, event_id, state, place, districts, cancel_reason, recorded_at, revision)
       select id, event_id, state, 'Council chamber', '{}', case when state = 'cancelled' then 'The speaker is ill.' end, now(), 1 from planned)
     insert into session_part (session_id, number, "on", "from", "to", topics)
     select id, part, day, case part when 1 then time '09:30' else '13:30' end, case part when 1 then time '12:30' else '16:00' end,
            case part when 1 then array['topic-' || (i % $3::int + 1)] else '{}' end
       from planned cross join generate_series(1, 2) part`,
    [sessions, EVENTS, TOPICS],
  );
  await source.query(
    `insert into person (id, name, email, created_at)
     select gen_random_uuid(), 'Member ' || i, 'member' || i || '@northmoor.example', now() from generate_series(1, $1::int) i`,
    [MEMBERS],
  );
  await source.query(`insert into person_role (person_id, role) select id, 'member' from person`);
  const rows = await source.query<{ id: string }[]>(`select id from person order by name`);
  return rows.map(({ id }) => id);
}
