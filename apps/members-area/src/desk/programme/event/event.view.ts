import { EVENT_KIND_NAMES, EVENT_KINDS, type EventEntity, type PlannedSession } from '@induct/events';
import { type Body, BODY_KIND_NAMES } from '@induct/people';
import type { Day } from '@induct/platform';
import type { Fields, FormProblems } from '../../../forms/form-problems';
import { type Column, wholeListView } from '../../../lists/list';
import { counted } from '../../../words/counted';
import {
  eventHref,
  partInWords,
  placesInWords,
  sessionHref,
  stateTag,
  talksHref,
  weekdayAndDate,
  whereInWords,
} from '../session.words';

interface DescribedBody {
  bodies: readonly Body[];
  today: Day;
}

/** The form that describes an event. @param heading what it does */
export function eventFormView({ bodies, today }: DescribedBody, form: Fields, problems: FormProblems) {
  const option = (name: string) => (value: string, text: string) => ({ value, text, selected: form[name] === value });
  const [kind, audience] = [option('kind'), option('audience')];
  const there = bodies.filter(({ until, id }) => until === null || until > today || id === form['audience']);
  return {
    kinds: [{ value: '', text: 'Choose' }, ...EVENT_KINDS.map((one) => kind(one, EVENT_KIND_NAMES[one]))],
    audiences: [
      audience('', 'Everyone'),
      ...there.map((body) => audience(body.id, `${body.name} (${BODY_KIND_NAMES[body.kind].toLowerCase()})`)),
    ],
    form,
    ...problems,
  };
}

/** An event as its form shows it. */
export const eventFields = (event: EventEntity, outcomes: readonly string[]): Fields => ({
  title: event.title,
  kind: event.kind,
  about: event.about,
  format: event.format ?? '',
  facilitator: event.facilitator ?? '',
  bring: event.bring ?? '',
  officers: event.officers ?? '',
  mandatory: event.mandatory ? 'yes' : undefined,
  audience: event.bodyId ?? '',
  series: event.series ?? '',
  seriesOrder: event.seriesOrder ?? '',
  sessionsPromised: event.sessionsPromised ?? '',
  outcomes: outcomes.join('\n'),
  note: event.note ?? '',
});

interface EventFacts {
  event: EventEntity;
  outcomes: readonly string[];
  sessions: readonly PlannedSession[];
  bodies: readonly Body[];
}

/** The page of one event. */
export function eventView({ event, outcomes, sessions, bodies }: EventFacts) {
  const planned = sessions.filter(({ state }) => state !== 'cancelled').length;
  const { series, seriesOrder, sessionsPromised: promised } = event;
  return {
    event,
    href: eventHref(event.slug),
    outcomes,
    facts: [
      ['Kind', EVENT_KIND_NAMES[event.kind]],
      ['Who it is for', bodies.find(({ id }) => id === event.bodyId)?.name ?? 'Everyone'],
      ['Mandatory', event.mandatory ? 'Yes' : 'No'],
      ['Format', event.format],
      ['Who leads it', event.facilitator],
      ['What to bring', event.bring],
      ['Officers in attendance', event.officers],
      ['Series', series && (seriesOrder ? `${series}, number ${seriesOrder}` : series)],
      ['Note', event.note],
    ].flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    missing:
      promised !== null && planned < promised
        ? `${counted(promised, 'session')} ${promised === 1 ? 'is' : 'are'} promised, and ${counted(planned, 'session')} planned.`
        : undefined,
    talkDays: event.kind === 'one-to-one' ? talkDays(event.slug, sessions) : [],
    sessions:
      sessions.length > 0 ? wholeListView(SESSION_COLUMNS, sessions, 'Sessions', { heading: false }) : undefined,
    called: { slug: event.title },
  };
}

/** Days of talks that take place: who was there is ticked for all of a day. */
function talkDays(slug: string, sessions: readonly PlannedSession[]) {
  const taking = sessions.filter(({ state }) => state === 'confirmed' || state === 'delivered');
  const days = [...new Set(taking.flatMap(({ parts }) => parts[0]?.on ?? []))];
  return days.map((day) => ({ href: talksHref(slug, day), text: weekdayAndDate(day) }));
}

const SESSION_COLUMNS: readonly Column<PlannedSession>[] = [
  {
    head: 'When',
    cell: ({ id, parts: [first, ...others] }) => ({
      text: first ? weekdayAndDate(first.on) : 'A date to be confirmed',
      href: sessionHref(id),
      notes: first ? [first, ...others].map((part) => ({ text: partInWords(part) })) : [],
    }),
  },
  { head: 'State', cell: ({ state }) => ({ tag: stateTag(state) }) },
  {
    head: 'Where',
    cell: (session) => ({ text: whereInWords(session), more: session.districts.join(', ') || undefined }),
  },
  { head: 'Places', cell: ({ pools }) => placesInWords(pools) },
];
