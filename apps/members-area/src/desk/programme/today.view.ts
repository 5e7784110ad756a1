import type { PlannedSession } from '@induct/events';
import type { Day } from '@induct/platform';
import { eventHref, sessionHref, talksHref, timesOf, titleOf, whereInWords } from './session.words';

/** What takes place on a day, with what an officer opens on it. A day of talks is one line. */
export function todayView(sessions: readonly PlannedSession[], today: Day) {
  const here = sessions.filter(
    ({ state, parts }) => (state === 'confirmed' || state === 'delivered') && parts.some(({ on }) => on === today),
  );
  const isFirstOfTalks = ({ id, event }: PlannedSession) =>
    event?.kind !== 'one-to-one' || here.find((one) => one.eventId === event.id)!.id === id;
  return here.filter(isFirstOfTalks).map((session) => {
    const { id, event, parts } = session;
    const title = titleOf(session);
    const of = { title, where: whereInWords(session) };
    if (event?.kind === 'one-to-one')
      return {
        ...of,
        href: eventHref(event.slug),
        times: timesOfTalks(here, event.id),
        links: [{ text: 'Who was there', href: talksHref(event.slug, today) }],
      };
    const href = sessionHref(id);
    return {
      ...of,
      href,
      times: parts
        .filter(({ on }) => on === today)
        .map(timesOf)
        .join(', '),
      links: [
        { text: 'Who was there', href: `${href}/register` },
        { text: 'The code to check in by', href: `${href}/code` },
        { text: 'What people need', href: `${href}/needs` },
      ],
    };
  });
}

/** From the first of them to the last. */
function timesOfTalks(sessions: readonly PlannedSession[], eventId: string): string {
  const parts = sessions.filter((one) => one.eventId === eventId).flatMap((one) => one.parts);
  const inOrder = parts.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return timesOf({ from: inOrder[0]!.from, to: inOrder.at(-1)!.to });
}
