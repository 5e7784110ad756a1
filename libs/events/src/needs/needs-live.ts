/** Days after somebody's last session, or after they wrote it when there was none. */
export const NEEDS_LIVE_DAYS = 30;

/**
 * Whether what people need is still shown at a session that ends then. What somebody wants to be kept is kept for their next
 * session, not for whoever looks at an old one.
 * @param endsAt null: nobody knows yet
 */
export const areNeedsShown = (endsAt: Date | null, now: Date): boolean => endsAt === null || endsAt > shownSince(now);

/** Of sessions that ended later. */
export const shownSince = (now: Date): Date => new Date(now.getTime() - NEEDS_LIVE_DAYS * 24 * 3_600_000);
