import { type Clash, clashFinder } from '../programme/clashes';
import type { PlannedSession } from '../programme/programme.repository';
import type { FixedDateEntity } from '../programme/fixed-date.entity';

/** What is to be known of a session to say what it meets. */
export interface Planned extends Pick<PlannedSession, 'id' | 'state'> {
  event: Pick<NonNullable<PlannedSession['event']>, 'title' | 'kind' | 'series'> | null;
  parts: readonly Pick<PlannedSession['parts'][number], 'on' | 'from' | 'to'>[];
}

/** What a session would meet of somebody's own. It is said, and forbids nothing. */
export type OwnClash = Extract<Clash, { with: 'session' } | { with: 'fixed date' }>;

/**
 * @param own the sessions at which they have a place
 * @param fixed what others have fixed for the days of the session
 */
export function ownClashes(
  session: Planned,
  own: readonly Planned[],
  fixed: readonly Pick<FixedDateEntity, 'on' | 'kind' | 'title'>[],
): OwnClash[] {
  // One person is in both, whosever districts they are for and whatever series they are of.
  const mine = [session, ...own.filter(({ id }) => id !== session.id)].map((one) => ({
    ...one,
    districts: [],
    event: one.event && { ...one.event, series: null },
  }));
  return clashFinder({ sessions: mine, fixed })(mine[0]!).filter(
    (clash) => clash.with === 'session' || clash.with === 'fixed date',
  );
}
