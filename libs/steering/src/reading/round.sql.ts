/** Previews `w` of tester `t` of `test_round r`: in another round on its version, or outside of rounds, counts as well; after the round has closed it does not. */
const THEIRS = `w.person_id = t.person_id and w.version_id = r.version_id and (r.closed_at is null or w.opened_at <= r.closed_at)`;

/** A preview `w` in which the player really opened a part of the module. */
export const REALLY_OPENED = `exists (select from preview_call k where k.preview_id = w.id and k.call = 'opened')`;

/** When tester `t` of `test_round r` began to look at its version, and for how many seconds they did: nulls when they have not. */
export const LOOKED = `
  select min(w.opened_at) as began, sum(w.shown_seconds)::int as seconds from preview w
   where ${THEIRS} and ${REALLY_OPENED}`;

/** How many parts of the version tester `t` of `test_round r` has opened. */
export const SEEN = `
  select count(distinct k.sco)::int from preview w join preview_call k on k.preview_id = w.id and k.call = 'opened'
   where ${THEIRS}`;

/** How many parts `course_version v` has. */
export const PARTS = `jsonb_array_length(jsonb_path_query_array(v.manifest, 'strict $.root.** ? (exists(@.href))', '{}', true))`;
