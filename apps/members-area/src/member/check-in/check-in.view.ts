import type { CheckInAt } from '@induct/events';
import { britishDate } from '@induct/platform';

/** At what somebody checks in, and whether there is another part to check in at afterwards. */
export const atWords = ({ session, part }: CheckInAt) => ({
  title: session.event?.title ?? '',
  part: session.parts.length === 1 ? '' : `part ${part.number}, `,
  times: `${part.from} to ${part.to}`,
  on: britishDate(part.on),
  isFollowed: session.parts.some(({ number }) => number > part.number),
});
