/** The talks of the event `e` on the day of its part `p`, in the state of its session `s`: `o`, each with its times `q`. */
const ON_THAT_DAY = `programme_session o join session_part q on q.session_id = o.id and q.number = 1
  where e.kind = 'one-to-one' and o.event_id = e.id and o.state = s.state and q."on" = p."on"`;

/** A day of talks is one line: its first talk stands for all of them. */
export const IS_FIRST_TALK = `not exists (select from ${ON_THAT_DAY} and (q."from", o.id) < (p."from", s.id))`;

/** All talks of that line, in their order; null: it is no talk. */
export const TALKS = `(select json_agg(json_build_object('id', o.id, 'from', to_char(q."from", 'HH24:MI'),
  'to', to_char(q."to", 'HH24:MI')) order by q."from", o.id) from ${ON_THAT_DAY}) as talks`;
