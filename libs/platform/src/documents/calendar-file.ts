import type { Day } from '../time/london-day';

/** Octets in a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** What a program does with a file: take it over, or take it as an invitation, as its change, or as the end of it (RFC 5546). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarPerson {
  name: string;
  email: string;
}

/** What stands in a calendar on one day. */
export interface CalendarEntry {
  /** The same for ever, and nobody else's: programs know by it what they have already. */
  uid: string;
  /** Greater with each change of time, place or title, and when it is cancelled (RFC 5546, 2.1.4). */
  sequence?: number;
  on: Day;
  /** `09:30` on the clock in London; null: the whole day. */
  from: string | null;
  /** Null: nobody has said when it ends. */
  to: string | null;
  title: string;
  place?: string | null;
  about?: string | null;
  url?: string;
  status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** Who invites: of an invitation only, and never whoever is invited. */
  organizer?: CalendarPerson;
  /** Who has a place. They need not answer: they have booked. */
  attendee?: CalendarPerson;
  /** When it was made or changed; otherwise when the file was made. */
  changedAt?: Date;
  /** Whoever looks for a free hour may take it. */
  isFree?: boolean;
}

export interface CalendarFacts {
  /** What made it: `Due days`. */
  product: string;
  /** None where nobody acts on the file by itself. */
  method?: CalendarMethod;
  /** Of a file that is fetched again and again: what a program calls it. */
  name?: string;
  madeAt: Date;
}

/** As the law has had it since 1996: the last Sundays of March and October, at one o'clock UTC. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Entries as iCalendar (RFC 5545), as programs for calendars read it. Times are what the clock in London says, whatever
 * the zone of the process is.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { product, method, name, madeAt }: CalendarFacts,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Induct//${textOf(product)}//EN`,
    ...(method ? ['CALSCALE:GREGORIAN', `METHOD:${method}`] : []),
    // RFC 7986, and what was there before it.
    ...(name ? [`NAME:${textOf(name)}`, `X-WR-CALNAME:${textOf(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'] : []),
    // A file has to have something in it.
    ...(entries.length === 0 || entries.some(({ from }) => from !== null) ? LONDON : []),
    ...entries.flatMap((entry) => eventOf(entry, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(entry: CalendarEntry, madeAt: Date): string[] {
  const { uid, sequence, title, place, about, url, status, organizer, attendee, changedAt, isFree } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${textOf(uid)}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    `DTSTAMP:${(changedAt ?? madeAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    ...timesOf(entry),
    `SUMMARY:${textOf(title)}`,
    ...(place ? [`LOCATION:${textOf(place)}`] : []),
    ...(about ? [`DESCRIPTION:${textOf(about)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(status ? [`STATUS:${status}`] : []),
    ...(organizer ? [`ORGANIZER;CN=${nameOf(organizer)}:mailto:${organizer.email}`] : []),
    ...(attendee
      ? [`ATTENDEE;CN=${nameOf(attendee)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee.email}`]
      : []),
    ...(isFree ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

function timesOf({ on, from, to }: CalendarEntry): string[] {
  const day = (one: Day) => one.replaceAll('-', '');
  if (from === null) return [`DTSTART;VALUE=DATE:${day(on)}`, `DTEND;VALUE=DATE:${day(dayAfter(on))}`];
  const at = (time: string) => `;TZID=Europe/London:${day(on)}T${time.replace(':', '')}00`;
  return [`DTSTART${at(from)}`, ...(to === null ? [] : [`DTEND${at(to)}`])];
}

/** In UTC, where every day has its twenty-four hours. */
const dayAfter = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Nothing that has no place in a file of text (3.1). */
const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- a text may hold none
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** Backslash, semicolon, comma and ends of lines have a meaning in a text (3.3.11). */
const textOf = (text: string): string =>
  printable(text.replaceAll(/[\\;,]/g, (one) => `\\${one}`).replaceAll(/\r\n|\r|\n/g, '\\n'));

/** In quotes nothing has a meaning but a quote, and there is no way to write one (3.2). */
const nameOf = ({ name }: CalendarPerson): string =>
  `"${printable(name.replaceAll(/\s+/g, ' ')).replaceAll('"', "'")}"`;

/** A line that is too long goes on in the next one, which begins with a space; no letter is cut in two. */
function folded(line: string): string {
  // Most are short, and a feed has a thousand of them.
  if (Buffer.byteLength(line) <= LINE) return line;
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
