import type { EventEntity, PlannedSession } from '@induct/events';
import type { Day } from '@induct/platform';
import { dayFields } from '../../forms/day-fields';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { eventHref } from '../programme/session.words';
import { BEING_THERE } from './event-mandate.form';

interface EventMandateFacts {
  event: Pick<EventEntity, 'slug' | 'title' | 'bodyId' | 'ownTopic'>;
  sessions: readonly Pick<PlannedSession, 'state' | 'parts'>[];
  /** Everything that can be asked for. */
  topics: readonly { slug: string; title: string }[];
  /** Of the body it is for. */
  bodyName: string | undefined;
}

const daysOf = (sessions: EventMandateFacts['sessions']): Day[] =>
  sessions.filter(({ state }) => state !== 'cancelled').flatMap(({ parts }) => parts.map(({ on }) => on));

const topicsOf = (sessions: EventMandateFacts['sessions']): string[] =>
  sessions.flatMap(({ parts }) => parts.flatMap(({ topics }) => topics));

/** By the last day on which one can; to have been there, unless that could be meant otherwise. */
export function firstFields({ sessions }: Pick<EventMandateFacts, 'sessions'>, today: Day): Fields {
  const last = daysOf(sessions).toSorted().at(-1);
  const what = topicsOf(sessions).length === 0 ? { what: BEING_THERE } : {};
  return { ...what, ...dayFields('due', last !== undefined && last >= today ? last : null) };
}

/** The page that asks for a mandatory event. */
export function eventMandateView(facts: EventMandateFacts, form: Fields, problems: FormProblems) {
  const { event, sessions, topics, bodyName } = facts;
  const about = new Set(topicsOf(sessions));
  const met = topics.filter(({ slug }) => about.has(slug) && slug !== event.ownTopic);
  return {
    title: event.title,
    href: eventHref(event.slug),
    whom: bodyName === undefined ? 'every member' : `everybody on ${bodyName}`,
    hasDays: daysOf(sessions).length > 0,
    what: [
      {
        value: BEING_THERE,
        text: 'To have been at a session of it',
        hint: {
          text: 'Whoever was at all parts of one session has met it, of those that are planned later too. Officers may accept a recording, or what was learned before.',
        },
      },
      ...met.map(({ slug, title }) => ({
        value: slug,
        text: title,
        hint: { text: 'By this event, or in any other way that meets it: a module, another session' },
      })),
    ],
    form,
    ...problems,
  };
}
