import { britishDate } from '@induct/platform';
import type { RoundReport } from './report';

/** `1 tester`, `3 testers`. */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;

/** `By 31 May 2027; 3 of 8 facts are confirmed by the council`. @param today a day */
export function reviewInWords(
  { by, asked, confirmed, changed }: NonNullable<RoundReport['review']>,
  today: string,
): string {
  const overdue = by !== null && by < today ? ', which has passed' : '';
  const date = by === null ? 'No date is set' : `By ${britishDate(by)}${overdue}`;
  if (asked === 0) return `${date}; it asks for nothing to be confirmed`;
  const more = changed === 0 ? '' : changed === 1 ? ', and 1 has changed' : `, and ${changed} have changed`;
  return `${date}; ${confirmed} of ${counted(asked, 'fact')} confirmed by the council${more}`;
}

/** `3.5 hours`. */
export function hours(seconds: number): string {
  const tenths = Math.round(seconds / 360) / 10;
  if (tenths === 0) return seconds > 0 ? 'under 0.1 hours' : '0 hours';
  return `${tenths.toLocaleString('en-GB')} ${tenths === 1 ? 'hour' : 'hours'}`;
}

/** `1 hour 5 minutes`. */
export function timeSpent(seconds: number): string {
  if (seconds < 60) return seconds > 0 ? 'Under a minute' : 'None';
  const minutes = Math.round(seconds / 60);
  const parts = [
    minutes >= 60 && counted(Math.floor(minutes / 60), 'hour'),
    minutes % 60 > 0 && counted(minutes % 60, 'minute'),
  ];
  return parts.filter(Boolean).join(' ');
}
