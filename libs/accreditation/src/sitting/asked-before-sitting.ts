/** Adopted mandates of a body that are to be met before sitting. */
const MANDATES = `mandate where who = 'body' and before_sitting and outcome in ('adopted', 'adopted_alone')`;

/**
 * What bodies ask of whoever sits on them, of all times: `body_id`, one of `requirement_id` and `scheme_id`, `capacities` (none: of
 * everybody), `during` (days of sitting), `recorded_at`, `superseded_at`. A mandate that was ended asked until that day, as is known
 * since then.
 */
export const ASKED_BEFORE_SITTING = `
  select body_id, requirement_id, scheme_id, '{}'::text[] as capacities, during, recorded_at, superseded_at from body_training
  union all
  select body_id, requirement_id, scheme_id, capacities, during, decided_at, ended_at from ${MANDATES}
  union all
  select body_id, requirement_id, scheme_id, capacities,
         during * daterange(null, (ended_at at time zone 'Europe/London')::date), ended_at, null
    from ${MANDATES} and ended_at is not null`;
