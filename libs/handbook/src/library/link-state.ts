/**
 * What a look at an address came to. `unsure`: a server is there, and what it answers says neither; `not_public`: it leads into a
 * network of somebody's own, at which we do not look.
 */
const LINK_OUTCOMES = ['works', 'needs_sign_in', 'fails', 'not_public', 'unsure'] as const;
export type LinkOutcome = (typeof LINK_OUTCOMES)[number];

/** So long it must have failed before anybody is told that it is broken: servers are away for a night, or a weekend. */
const BROKEN_AFTER_DAYS = 3;
const BROKEN_AFTER_MS = BROKEN_AFTER_DAYS * 24 * 60 * 60 * 1000;

/** Whether an address is broken: the last look failed, and the first of those that did is three days before it. */
export const isBroken = (check: { failingSince: Date | null; checkedAt: Date | null }): boolean =>
  check.failingSince !== null &&
  check.checkedAt !== null &&
  check.checkedAt.getTime() - check.failingSince.getTime() >= BROKEN_AFTER_MS;

/** The same of a row `k` in a query. */
export const IS_BROKEN = `(k.failing_since is not null and k.checked_at - k.failing_since >= interval '${BROKEN_AFTER_DAYS} days')`;
