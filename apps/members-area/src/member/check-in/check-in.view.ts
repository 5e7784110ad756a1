import type { CheckInAt } from '@induct/events';
import { readerDate, w } from '@induct/platform';
import { timesOfDay } from '../../words/session-times';

/** At what somebody checks in, and whether there is another part to check in at afterwards. */
export const atWords = ({ session, part }: CheckInAt) => ({
  title: session.event?.title ?? '',
  part: session.parts.length === 1 ? '' : w`part ${part.number}, `,
  times: timesOfDay([part]) ?? '',
  on: readerDate(part.on),
  isFollowed: session.parts.some(({ number }) => number > part.number),
});
