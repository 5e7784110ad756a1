import { SESSION_STATE_NAMES, type ShownSession } from '@induct/events';
import { asTyped, type Day, said, w } from '@induct/platform';
import { sessionTimes } from '../../words/session-times';
import { type Needed, whatItMeets } from './what-it-meets';

const SHORT = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** Where: in words. The link of an online session is for those who have a place. */
function whereWords({ place, isOnline }: Pick<ShownSession, 'place' | 'isOnline'>): string {
  if (place === null)
    return isOnline ? said('Online: whoever has a place is sent the link') : said('Place to be confirmed');
  return isOnline ? w`${asTyped(place)}, or online` : asTyped(place);
}

const TAGS = { provisional: 'warning', confirmed: 'going', delivered: 'done', cancelled: 'bad' } as const;

/** The days on which it is. */
export const lastDay = ({ parts }: Pick<ShownSession, 'parts'>): Day | null => parts.at(-1)?.on ?? null;

/** A run of an event, as the programme and the event's page say it. @param href of its event */
export function sessionView(session: ShownSession, href: string, needed: Needed, today: Day) {
  const { id, state, districts, cancelReason, parts } = session;
  const last = lastDay(session);
  const isOver = last !== null && last < today;
  const topics = [...new Set(parts.flatMap((part) => part.topics))];
  const inCalendar = parts.length > 0 && !isOver && (state === 'confirmed' || state === 'provisional');
  return {
    times: parts.length > 0 ? sessionTimes(parts) : [said('A date to be confirmed')],
    where: state === 'cancelled' ? undefined : whereWords(session),
    /** Confirmed is what one expects: only the rest is said. */
    tag:
      state === 'provisional' || state === 'cancelled'
        ? { text: said(SESSION_STATE_NAMES[state]), kind: TAGS[state] }
        : undefined,
    /** What has no day says so already. */
    mayChange: state === 'provisional' && parts.length > 0,
    reason: cancelReason && asTyped(cancelReason),
    districts: districts.length > 0 ? w`For members of ${SHORT.format(districts)}` : undefined,
    calendar: inCalendar ? `${href}/${id}.ics` : undefined,
    ...(isOver || state === 'cancelled'
      ? { meets: [], countsFor: [], steps: [] }
      : whatItMeets(topics, last, needed, today)),
  };
}

/** `For members of the Planning Committee`: of bodies that begin with "The" it is said once. */
export const forBody = (name: string | null): string | undefined =>
  name === null ? undefined : w`For members of the ${asTyped(name.replace(/^the\s+/i, ''))}`;
