import { EVENT_KIND_NAMES, type ShownEvent, type ShownPlaces } from '@induct/events';
import { type Day, readerDate, said, w } from '@induct/platform';
import { placesView } from '../bookings/places.view';
import type { CatchUp } from './catch-up.queries';
import { forBody, lastDay, sessionView } from './session.view';
import { talksByDay } from './talks.view';
import type { Needed } from './what-it-meets';

/** Of what was, so many are shown: it says that there is a past, and is no archive. */
const FEW = 10;

const NOTHING_MORE = { places: new Map<string, ShownPlaces>(), isInterested: false, modules: [] };

const lines = (text: string | null): string[] => (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');

/** An event with its runs: what comes, what is cancelled, what was. */
export function eventView(
  event: ShownEvent,
  needed: Needed,
  today: Day,
  more: { places: ReadonlyMap<string, ShownPlaces>; isInterested: boolean; modules: readonly CatchUp[] } = NOTHING_MORE,
) {
  const href = `/programme/${event.slug}`;
  const shown = event.sessions.map((session) => ({
    ...sessionView(session, href, needed, today),
    booking: placesView(session.id, more.places.get(session.id)),
    state: session.state,
    hasDay: session.parts.length > 0,
    isOver: session.state === 'delivered' || (lastDay(session) ?? today) < today,
    isForMe: session.districts.length > 0 && session.isForMyDistrict,
  }));
  // What was provisional and never confirmed has not taken place.
  const past = shown.filter(({ state, isOver }) => isOver && (state === 'delivered' || state === 'confirmed'));
  const coming = shown.filter(({ state, isOver }) => !isOver && (state === 'provisional' || state === 'confirmed'));
  const talks = event.kind === 'one-to-one' ? talksByDay(event.sessions, more.places, today) : undefined;
  return {
    title: event.title,
    kind: said(EVENT_KIND_NAMES[event.kind]),
    about: lines(event.about),
    format: event.format,
    facilitator: event.facilitator,
    bring: event.bring,
    officers: event.officers,
    mandatory: event.mandatory,
    body: forBody(event.bodyName),
    isForMe: event.bodyName !== null && event.isForMyBody,
    outcomes: event.outcomes,
    coming: talks ? coming.filter(({ state, hasDay }) => state !== 'confirmed' || !hasDay) : coming,
    /** Of talks with one person at a time: every day with its times, instead of a date each. */
    talks,
    /** Of those, how many have a day. */
    dates: coming.filter(({ hasDay }) => hasDay).length,
    cancelled: shown.filter(({ state }) => state === 'cancelled'),
    past: past.toReversed().slice(0, FEW),
    morePast: Math.max(0, past.length - FEW),
    series: seriesView(event),
    /** Nothing of it can be booked: whoever wants to come may ask to be told of a date. */
    asksForDate: !coming.some(({ state }) => state === 'confirmed'),
    isInterested: more.isInterested,
    modules: more.modules.map(({ slug, title }) => ({ title, href: `/modules/${slug}` })),
    interestHref: `${href}/interest`,
  };
}

/** The whole series in its order, this event among it; undefined when it stands alone. */
function seriesView({ slug, title, series, seriesOrder, others }: ShownEvent) {
  if (series === null || others.length === 0) return undefined;
  const all = [...others, { slug, title, seriesOrder, nextOn: null }];
  const place = (one: { seriesOrder: number | null }) => one.seriesOrder ?? Number.MAX_SAFE_INTEGER;
  return {
    name: series,
    events: all
      .toSorted((a, b) => place(a) - place(b) || (a.title < b.title ? -1 : 1))
      .map((one) => ({
        title: one.title,
        href: one.slug === slug ? undefined : `/programme/${one.slug}`,
        next: one.nextOn && w`next on ${readerDate(one.nextOn)}`,
      })),
  };
}
