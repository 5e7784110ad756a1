/**
 * What bodies ask of whoever sits on them, of all times: `body_id`, one of `requirement_id` and `scheme_id`, `capacities` (none: of
 * everybody), `during` (days of sitting), `recorded_at`, `superseded_at`. Whoever asks by other rows than `body_training` adds them here.
 */
export const ASKED_BEFORE_SITTING = `
  select body_id, requirement_id, scheme_id, '{}'::text[] as capacities, during, recorded_at, superseded_at from body_training`;
