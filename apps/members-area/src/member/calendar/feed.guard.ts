import { TooManyRequests } from '@induct/platform';
import { perMinute } from '../../frame/per-minute.guard';

/** Calendars look once an hour, and a member may have a few of them: whatever asks more than this is no calendar. */
const TIMES = 30;

export const FeedGuard = perMinute(
  TIMES,
  () => new TooManyRequests('A calendar looks at this address far more often than it should.'),
);
