/**
 * When tester `t` of `test_round r` began to look at its version, and for how many seconds they did: nulls when they have not.
 * In another round on it, or outside of rounds, counts as well; after the round has closed it does not.
 */
export const LOOKED = `
  select min(opened_at) as began, sum(shown_seconds)::int as seconds from preview
   where person_id = t.person_id and version_id = r.version_id and (r.closed_at is null or opened_at <= r.closed_at)`;
