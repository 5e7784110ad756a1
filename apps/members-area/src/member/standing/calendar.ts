import type { DueItem } from '@induct/accreditation';
import { calendarFile, w } from '@induct/platform';

/**
 * Days on which something is due, for calendars: each a whole day.
 * @param about the address of the page that says more, and when the file was made
 */
export function dueCalendar(items: readonly DueItem[], { url, madeAt }: { url: string; madeAt: Date }): string {
  const { host } = new URL(url);
  const entries = items.map(({ id, title, dueOn }) => ({
    uid: `${id}@${host}`,
    on: dueOn,
    from: null,
    to: null,
    title: w`To complete: ${title}`,
    url,
    isFree: true,
  }));
  return calendarFile(entries, { product: 'Due days', madeAt });
}
