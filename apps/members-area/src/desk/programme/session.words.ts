import {
  type Clash,
  type PlannedSession,
  POOL_AUDIENCE_NAMES,
  SESSION_STATE_NAMES,
  type SessionState,
} from '@induct/events';
import { britishDate, type Day } from '@induct/platform';
import { figure } from '../../words/counted';
import type { Tag } from '../../words/tag';

export const sessionHref = (id: string): string => `/admin/programme/sessions/${id}`;
export const eventHref = (slug: string): string => `/admin/programme/events/${encodeURIComponent(slug)}`;
/** Who was at the talks of a day. */
export const talksHref = (slug: string, day: Day): string => `${eventHref(slug)}/talks/${day}`;

const dayOfWeek = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** `Tuesday 12 January 2027` */
export const weekdayAndDate = (day: Day): string =>
  `${dayOfWeek.format(new Date(`${day}T12:00Z`))} ${britishDate(day)}`;

const KINDS: Record<SessionState, Tag['kind']> = {
  idea: 'todo',
  hold: 'todo',
  provisional: 'warning',
  confirmed: 'going',
  delivered: 'done',
  cancelled: 'bad',
};

export const stateTag = (state: SessionState): Tag => ({ text: SESSION_STATE_NAMES[state], kind: KINDS[state] });

/** What it is about, or that there is nothing yet. */
export const titleOf = ({ event }: Pick<PlannedSession, 'event'>): string => event?.title ?? 'No title yet';

type Part = PlannedSession['parts'][number];

/** `09:30 to 13:00`, `from 09:30`, or that it is not known. */
export const timesOf = ({ from, to }: Pick<Part, 'from' | 'to'>): string =>
  from === null ? 'time to be confirmed' : to === null ? `from ${from}` : `${from} to ${to}`;

export const partInWords = (part: Pick<Part, 'on' | 'from' | 'to'>): string =>
  `${weekdayAndDate(part.on)}, ${timesOf(part)}`;

/** Where it is, as far as that is known. */
export function whereInWords({ place, onlineUrl }: Pick<PlannedSession, 'place' | 'onlineUrl'>): string {
  if (place && onlineUrl) return `${place}, and online`;
  return place ?? (onlineUrl ? 'Online' : 'To be confirmed');
}

const SEATS = { room: 'in the room', online: 'online' } as const;

export const poolInWords = ({ seat, audience, places, taken }: PlannedSession['pools'][number]): string =>
  `${POOL_AUDIENCE_NAMES[audience]}, ${SEATS[seat]}: ${figure(taken)} of ${figure(places)} taken`;

/** Of all its pools together. */
export function placesInWords(pools: PlannedSession['pools']): string {
  if (pools.length === 0) return 'No limit';
  const [taken, places] = [sum(pools.map((pool) => pool.taken)), sum(pools.map((pool) => pool.places))];
  return `${figure(taken)} of ${figure(places)} taken`;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function clashInWords(clash: Clash): string {
  const on = britishDate(clash.on);
  switch (clash.with) {
    case 'session':
      return `At the same time on ${on}: ${clash.title ?? 'a date kept free'}`;
    case 'fixed date':
      return `${on} is a fixed date: ${clash.title}`;
    case 'bank holiday':
      return `${on} is a bank holiday: ${clash.title}`;
    case 'election':
      return `${on} is in the pre-election period: ${clash.title}, ${britishDate(clash.poll)}`;
  }
}
