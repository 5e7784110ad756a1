import type { UnaskedEvent } from '@induct/accreditation';
import type { PlannedSession } from '@induct/events';
import { type Column, listView, wholeListView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { counted, figure } from '../../words/counted';
import { eventHref, placesInWords, sum, titleOf, weekdayAndDate } from '../programme/session.words';
import { PLACES_NEEDED, placesNeeded, type PlacesFilter } from './places-needed-filter';
import type { TopicNeeded } from './who-needs-a-place';

export const PER_PAGE = 50;

type Needing = TopicNeeded['people'][number];

const dayOf = ({ parts: [first] }: PlannedSession): string => (first ? weekdayAndDate(first.on) : 'to be confirmed');

/** Places that are left, as far as they are counted. */
const leftIn = ({ pools }: PlannedSession): number =>
  sum(pools.map(({ places, taken }) => Math.max(0, places - taken)));

const TOPICS: readonly Column<TopicNeeded>[] = [
  {
    head: 'Topic',
    cell: ({ title, slug, people }) => ({
      text: title,
      classes: 'induct-breaks',
      ...(people.length > 0 && { href: `${PLACES_NEEDED}?topic=${slug}` }),
    }),
  },
  { head: 'Still missing', cell: ({ missing }) => ({ text: figure(missing), classes: 'desk-number' }) },
  { head: 'Need a place', cell: ({ people }) => ({ text: figure(people.length), classes: 'desk-number' }) },
  {
    head: 'Sessions to come',
    cell: ({ sessions }) => ({
      notes:
        sessions.length > 0
          ? sessions.map((one) => ({ text: `${titleOf(one)}, ${dayOf(one)}: ${placesInWords(one.pools)}` }))
          : [{ text: 'None that can be booked' }],
    }),
  },
];

export const NEEDING: readonly Column<Needing>[] = [
  {
    head: 'Name',
    cell: ({ name, personId }) => ({ text: name, href: `/admin/members/${personId}`, classes: 'induct-breaks' }),
    file: ({ name }) => name,
  },
  { head: 'Group', cell: ({ politicalGroup }) => politicalGroup ?? '', file: ({ politicalGroup }) => politicalGroup },
  { head: 'Topic', file: ({ title }) => title },
];

/** Who needs a place: topic by topic, and of one of them by name. @param unasked by title */
export function placesNeededView(
  topics: readonly TopicNeeded[],
  unasked: readonly UnaskedEvent[],
  filter: PlacesFilter,
) {
  const topic = topics.find(({ slug }) => slug === filter.topic);
  return {
    topics:
      topics.length > 0
        ? wholeListView(TOPICS, topics, 'Topics that members are still asked for', { heading: false })
        : undefined,
    topic: topic && topicView(topic, filter),
    unasked: unasked.map(({ slug, title, waits }) => ({
      href: waits ? '/admin/mandates' : `${eventHref(slug)}/mandate`,
      title,
      note: waits ? 'a mandate for it waits for a second person' : 'ask everybody to come',
    })),
    back: PLACES_NEEDED,
  };
}

function topicView({ title, people, missing, sessions }: TopicNeeded, filter: PlacesFilter) {
  const page = pageWithin(filter.page, PER_PAGE, people.length);
  return {
    title,
    says: `${counted(people.length, 'member')} of ${figure(missing)} who still miss it ${people.length === 1 ? 'has' : 'have'} no place for it.`,
    sessions: sessions.map((one) => ({
      href: `/admin/programme/sessions/${one.id}/people`,
      text: `${titleOf(one)}, ${dayOf(one)}`,
      left: one.pools.length === 0 ? 'no limit of places' : `${counted(leftIn(one), 'place')} left`,
    })),
    list: listView({
      columns: NEEDING,
      rows: people.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      caption: 'Who needs a place, by name',
      page,
      per: PER_PAGE,
      total: people.length,
      href: (to) => placesNeeded.address(filter, { page: to }),
      file: (kind) => placesNeeded.address(filter, { page: 1 }, `${PLACES_NEEDED}.${kind}`),
    }),
  };
}
