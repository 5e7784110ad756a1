import { type Day, said, w } from '@induct/platform';
import type { Seat } from '../programme/programme.words';
import { readerTimesOfDay } from '../times/reader-times';
import { daysOf, type Stretch } from '../times/session-times';

/** What stands in a calendar on a day of a session. Times are `09:30`. */
export interface SessionDay {
  on: Day;
  from: string | null;
  to: string | null;
  title: string;
  place: string | null;
  about: string | null;
}

export interface PlacedSession {
  title: string;
  place: string | null;
  onlineUrl: string | null;
  /** What whoever comes is to bring. */
  bring?: string | null;
  /** In their order. */
  parts: readonly Stretch[];
}

/** The days of a session, for whoever has a place in the room or online, in the language they are said in; none while its date is to be confirmed. */
export function sessionDays({ title, place, onlineUrl, bring, parts }: PlacedSession, seat: Seat): SessionDay[] {
  const days = daysOf(parts);
  return days.map((day, at) => ({
    on: day.on,
    from: day.parts[0]!.from,
    to: day.parts.at(-1)!.to,
    title: days.length > 1 ? w`${title} (day ${at + 1} of ${days.length})` : title,
    place: seat === 'online' || place === null ? (onlineUrl ?? (seat === 'online' ? said('Online') : null)) : place,
    about: aboutDay(day.parts, bring),
  }));
}

function aboutDay(parts: readonly Stretch[], bring: string | null | undefined): string | null {
  const lines = [parts.length > 1 ? readerTimesOfDay(parts) : undefined, bring ? w`Please bring: ${bring}` : undefined];
  return lines.filter(Boolean).join('\n') || null;
}
