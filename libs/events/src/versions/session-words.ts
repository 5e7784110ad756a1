import { britishDate, type Day, readersLanguage, said, w } from '@induct/platform';
import { timesOfDay } from '../times/session-times';
import type { FrozenPart, FrozenSession } from './programme-facts';

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
  if (place === null) return isOnline ? said('Online') : said('Place to be confirmed');
  return isOnline && place !== 'Online' ? w`${place}, and online` : place;
}

/** `Planning Committee`, `members of the districts East and West`, `everyone` */
export function forWhomInWords({ body, districts }: Pick<FrozenSession, 'body' | 'districts'>): string {
  if (districts.length === 0) return body ?? said('everyone');
  const all = new Intl.ListFormat(LISTED[readersLanguage()]).format(districts);
  if (body) return districts.length === 1 ? w`${body}, the district ${all}` : w`${body}, the districts ${all}`;
  return districts.length === 1 ? w`members of the district ${all}` : w`members of the districts ${all}`;
}

const LISTED = { en: 'en-GB', cy: 'cy-GB' } as const;

/** Whether it asks nobody in particular. */
export const isForEveryone = ({ body, districts }: Pick<FrozenSession, 'body' | 'districts'>): boolean =>
  !body && districts.length === 0;
