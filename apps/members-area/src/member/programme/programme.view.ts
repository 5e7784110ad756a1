import { EVENT_KIND_NAMES, EVENT_KINDS, type ListedSession, type ShownPlaces } from '@induct/events';
import { type Day, said } from '@induct/platform';
import { paging } from '../../lists/paging';
import { placesView } from '../bookings/places.view';
import { counted } from '../../words/counted';
import { monthAndYear } from '../../words/session-times';
import { programme, type ProgrammeQuery } from './programme-filter';
import { forBody, sessionView } from './session.view';
import { gatheredTalks } from './talks.view';
import { type Needed, stillNeeded } from './what-it-meets';

export const PER_PAGE = 24;
/** A list shows the beginning of what an event is about. */
const SHORT = 240;

/** On a phone so many months stand open, as long as nothing is chosen. */
const OPEN = 2;

/** To the end of a word. */
const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT) + 1 || SHORT).trimEnd()} …`;

function listed(session: ListedSession, needed: Needed, today: Day, places: ReadonlyMap<string, ShownPlaces>) {
  const { slug, title, kind, about, mandatory, bodyName } = session;
  const href = `/programme/${slug}`;
  const isOnesOwn = bodyName !== null || session.districts.length > 0;
  return {
    ...sessionView(session, href, needed, today),
    booking: placesView(session.id, places.get(session.id)),
    ...gatheredTalks(session, href, places),
    href,
    title,
    kind: said(EVENT_KIND_NAMES[kind]),
    about: shortened(about),
    mandatory,
    body: forBody(bodyName),
    /** It is for a body or a district, and one is of it. */
    isForMe: isOnesOwn && session.isForMyBody && session.isForMyDistrict,
  };
}

/** What stands under one heading: a month, or those without a day. What has begun in an earlier month is going on now. */
function headingOf({ parts }: ListedSession, isPast: boolean, today: Day): string {
  const first = parts[0]?.on;
  if (first === undefined) return said('A date to be confirmed');
  return monthAndYear(!isPast && first < today ? today : first);
}

export function programmeView(
  query: ProgrammeQuery,
  { rows, total }: { rows: readonly ListedSession[]; total: number },
  {
    needed,
    asksMe,
    today,
    places = new Map(),
  }: { needed: Needed; asksMe: boolean; today: Day; places?: ReadonlyMap<string, ShownPlaces> },
) {
  const isPast = query.show === 'past';
  const groups: { heading: string; sessions: ReturnType<typeof listed>[] }[] = [];
  for (const row of rows) {
    const heading = headingOf(row, isPast, today);
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, sessions: [] });
    groups.at(-1)!.sessions.push(listed(row, needed, today, places));
  }
  const isFiltered = programme.isFiltered(query, ['kind', 'need']);
  return {
    ...paging(query.page, PER_PAGE, total, (page) => programme.address(query, { page })),
    groups: groups.map((group, nth) => ({
      ...group,
      says: counted(group.sessions.length, 'session'),
      isOpen: isFiltered || nth < OPEN,
    })),
    isPast,
    total,
    query,
    /** Whether there is a "what I still need". */
    asksMe,
    needsNothing: query.need === 'yes' && stillNeeded(needed).length === 0,
    isFiltered,
    kinds: [
      { value: '', text: said('All kinds') },
      ...EVENT_KINDS.map((kind) => ({ value: kind, text: said(EVENT_KIND_NAMES[kind]) })),
    ].map((one) => ({ ...one, selected: one.value === query.kind })),
    cleared: programme.address({ ...query, kind: '', need: '', page: 1 }),
  };
}
