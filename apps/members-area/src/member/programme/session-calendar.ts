import type { ShownEvent, ShownSession } from '@induct/events';
import { type CalendarEntry, calendarFile } from '@induct/platform';

const STATUS = {
  provisional: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  delivered: 'CONFIRMED',
  cancelled: 'CANCELLED',
} as const;

/**
 * A session for the calendar of whoever fetches it: an entry a day, from its first part to its last. The link of an online
 * session is not in it: files are passed on.
 * @param about the address of the event's page, and when the file is made
 */
export function sessionCalendar(
  { title, about }: Pick<ShownEvent, 'title' | 'about'>,
  { id, parts, state, place, isOnline, revision }: ShownSession,
  { url, madeAt }: { url: string; madeAt: Date },
): string {
  const { host } = new URL(url);
  const days = [...new Set(parts.map(({ on }) => on))];
  const entries = days.map((on, nth): CalendarEntry => {
    const ofDay = parts.filter((part) => part.on === on);
    return {
      uid: `${id}-${nth + 1}@${host}`,
      sequence: revision,
      on,
      from: ofDay[0]!.from,
      to: ofDay.at(-1)!.to,
      title: days.length > 1 ? `${title} (day ${nth + 1} of ${days.length})` : title,
      place: place ?? (isOnline ? 'Online' : null),
      about: about === '' ? null : about,
      url,
      status: STATUS[state as keyof typeof STATUS],
    };
  });
  return calendarFile(entries, { product: 'Programme', method: 'PUBLISH', madeAt });
}
