/** A day of talks is one line, and its first talk stands for it: `id` of all others. Of talks alone, which are few. */
export const LATER_TALKS = `later_talk as materialized (
  select id from (
    select s.id, row_number() over (partition by s.event_id, s.state, p."on" order by p."from", s.id) as nth
      from programme_event e join programme_session s on s.event_id = e.id
      join session_part p on p.session_id = s.id and p.number = 1
     where e.kind = 'one-to-one' and p."on" is not null) t
   where nth > 1)`;

/** All talks of the line that a session `s` with the first part `p` of an event `e` stands for, in their order; null: it is no talk. */
export const TALKS = `(select json_agg(json_build_object('id', o.id, 'from', to_char(q."from", 'HH24:MI'),
    'to', to_char(q."to", 'HH24:MI')) order by q."from", o.id)
  from programme_session o join session_part q on q.session_id = o.id and q.number = 1
  where e.kind = 'one-to-one' and o.event_id = e.id and o.state = s.state and q."on" = p."on") as talks`;
