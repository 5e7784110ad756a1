import type { PlannedPart } from './parts';
import type { SessionDoing } from './programme.events';
import type { PlannedPool, PlannedSession } from './programme.repository';

type Planned = Pick<PlannedSession, 'eventId' | 'place' | 'onlineUrl'> & {
  parts: readonly PlannedPart[];
  pools: readonly PlannedPool[];
};

const times = ({ parts }: Planned) => parts.map(({ on, from, to }) => [on, from, to]);
const places = ({ pools }: Planned) =>
  pools
    .map(({ seat, audience, places: many, opensToAllOn }) => [seat, audience, many, opensToAllOn].join(' '))
    .toSorted();

/** What those who come have to know of. Of topics, districts and notes nothing is said. */
export function whatChanged(before: Planned, after: Planned): SessionDoing[] {
  const differ = (read: (one: Planned) => unknown) => JSON.stringify(read(before)) !== JSON.stringify(read(after));
  const changed: [SessionDoing, boolean][] = [
    ['title', differ(({ eventId }) => eventId)],
    ['time', differ(times)],
    ['place', differ(({ place, onlineUrl }) => [place, onlineUrl])],
    ['places', differ(places)],
  ];
  return changed.filter(([, is]) => is).map(([what]) => what);
}
