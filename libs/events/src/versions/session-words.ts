import { britishDate, type Day } from '@induct/platform';
import { timesOfDay } from '../times/session-times';
import type { FrozenPart, FrozenSession } from './programme-facts';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** `Monday 7 June 2027` */
export const dayInWords = (on: Day): string => `${weekday.format(new Date(`${on}T12:00:00Z`))} ${britishDate(on)}`;

/** `7 June 2027, 9.30am to 12.30pm and 1.30pm to 4.30pm; 8 June 2027, time to be confirmed` */
export function whenInWords(parts: readonly FrozenPart[]): string {
  if (parts.length === 0) return 'a date to be confirmed';
  return [...new Set(parts.map(({ on }) => on))].map((on) => `${britishDate(on)}, ${timesOf(parts, on)}`).join('; ');
}

/** Of one of its days, as pages say it: `9.30am to 12.30pm and 1.30pm to 4.30pm`. */
export const timesOf = (parts: readonly FrozenPart[], day: Day): string =>
  timesOfDay(parts.filter(({ on }) => on === day)) ?? 'time to be confirmed';

/** `County Hall, and online` */
export function whereInWords({ place, isOnline }: Pick<FrozenSession, 'place' | 'isOnline'>): string {
  if (place === null) return isOnline ? 'Online' : 'Place to be confirmed';
  return isOnline && place !== 'Online' ? `${place}, and online` : place;
}

/** `Planning Committee`, `members of the districts East and West`, `everyone` */
export function forWhomInWords({ body, districts }: Pick<FrozenSession, 'body' | 'districts'>): string {
  const where =
    districts.length === 0
      ? ''
      : `${districts.length === 1 ? 'the district' : 'the districts'} ${new Intl.ListFormat('en-GB').format(districts)}`;
  if (body) return where ? `${body}, ${where}` : body;
  return where ? `members of ${where}` : 'everyone';
}
