import type { DueItem } from '@induct/accreditation';
import { type Day, daysLater } from '@induct/platform';

/** Octets in a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** Backslash, semicolon, comma and ends of lines have a meaning in a text (RFC 5545, 3.3.11). */
const textOf = (text: string): string =>
  text
    .replace(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- a text may hold none (3.3.11)
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const dayOf = (day: Day): string => day.replaceAll('-', '');
const momentOf = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A line that is too long goes on in the next one, which begins with a space; no letter is cut in two. */
function folded(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LINE) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += size;
  }
  return parts.join('\r\n');
}

/**
 * Days on which something is due, for calendars: iCalendar (RFC 5545), each a whole day.
 * @param about the address of the page that says more, and when the file was made
 */
export function dueCalendar(items: readonly DueItem[], { url, madeAt }: { url: string; madeAt: Date }): string {
  const { host } = new URL(url);
  const events = items.flatMap(({ id, title, dueOn }) => [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${momentOf(madeAt)}`,
    `DTSTART;VALUE=DATE:${dayOf(dueOn)}`,
    `DTEND;VALUE=DATE:${dayOf(daysLater(dueOn, 1))}`,
    `SUMMARY:${textOf(`To complete: ${title}`)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Induct//Due days//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
