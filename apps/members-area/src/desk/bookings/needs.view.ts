import {
  ACCESS_NAMES,
  DIET_NAMES,
  NEEDS_LIVE_DAYS,
  type Needs,
  type NeedsCounts,
  type PlannedSession,
  type SessionNeeds,
} from '@induct/events';
import { type Column, wholeListView } from '../../lists/list';
import { counted } from '../../words/counted';
import { calledSession } from '../programme/session/session.view';
import { partInWords, sessionHref, whereInWords } from '../programme/session.words';

const said = (needs: Needs | undefined, say: (needs: Needs) => string): string =>
  needs ? say(needs) || 'Nothing' : 'It cannot be opened: ask them';

/** No column is for a file: what people need is not taken away. */
const NEEDS: readonly Column<SessionNeeds>[] = [
  {
    head: 'Name',
    cell: ({ name, partner, seat }) => ({
      text: name ?? 'A guest whose name is no longer kept',
      classes: 'induct-breaks',
      more: [partner, seat === 'online' ? 'online' : ''].filter(Boolean).join(', ') || undefined,
    }),
  },
  {
    head: 'To eat',
    cell: ({ needs }) => said(needs, ({ diets }) => diets.map((diet) => DIET_NAMES[diet]).join(', ')),
  },
  {
    head: 'To take part',
    cell: ({ needs }) => said(needs, ({ access }) => access.map((need) => ACCESS_NAMES[need]).join(', ')),
  },
  {
    head: 'In their own words',
    cell: ({ needs }) => (needs?.more ? { notes: [{ text: needs.more }] } : 'Nothing'),
  },
];

/** Of a session that was long ago: what people want to be kept is for their next one. */
export const needsOverView = (session: PlannedSession) => ({
  href: sessionHref(session.id),
  session: calledSession(session),
  called: { id: calledSession(session) },
  over: counted(NEEDS_LIVE_DAYS, 'day'),
});

/** What everybody who has a place needs, by name. */
export const needsView = (session: PlannedSession, needs: readonly SessionNeeds[]) => ({
  href: sessionHref(session.id),
  session: calledSession(session),
  called: { id: calledSession(session) },
  says: counted(needs.length, 'person', 'people'),
  list: needs.length > 0 ? wholeListView(NEEDS, needs, 'What people need, by name', { heading: false }) : undefined,
});

/** For whoever cooks and prepares the room: numbers only. */
export function kitchenView(session: PlannedSession, counts: NeedsCounts & { people: number }) {
  const line = (what: string, count: number) => ({ what, count });
  return {
    href: sessionHref(session.id),
    session: calledSession(session),
    called: { id: calledSession(session) },
    when: session.parts.map(partInWords),
    where: whereInWords(session),
    people: counted(counts.people, 'person has', 'people have'),
    tables: [
      {
        head: 'To eat',
        rows: [
          line('Anything', counts.anything),
          ...counts.meals.map(({ diets, count }) =>
            line(diets.map((diet, at) => (at === 0 ? DIET_NAMES[diet] : lower(DIET_NAMES[diet]))).join(', '), count),
          ),
        ],
      },
      { head: 'To take part', rows: counts.access.map(({ need, count }) => line(ACCESS_NAMES[need], count)) },
    ].filter(({ rows }) => rows.length > 0),
    more: counts.more > 0 ? counted(counts.more, 'person', 'people') : undefined,
  };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
