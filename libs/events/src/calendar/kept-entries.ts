import type { CalendarEntryEntity } from './calendar-entry.entity';
import type { SessionDay } from './session-days';

/** A day of a booking as it stands in calendars, or stood. */
export interface KeptEntry extends Pick<CalendarEntryEntity, 'number' | 'sequence' | 'sentSequence'>, SessionDay {
  isCancelled: boolean;
}

/** How an entry goes out: as an invitation or a change of it, or as its end (RFC 5546). */
export interface Sending {
  method: 'REQUEST' | 'CANCEL';
  entry: KeptEntry;
}

const SAID = ['on', 'from', 'to', 'title', 'place', 'about'] as const;
const isSame = (entry: KeptEntry, day: SessionDay): boolean => SAID.every((one) => entry[one] === day[one]);

/**
 * The entries of a booking, brought up to the days on which it has a place now: none when it has lost it. A day that stays is
 * the entry it was, the others follow in their order; what is changed or cancelled has a higher sequence, and what was
 * cancelled stays so.
 * @param before by their numbers
 */
export function keptEntries(before: readonly KeptEntry[], days: readonly SessionDay[]): KeptEntry[] {
  const standing = before.filter(({ isCancelled }) => !isCancelled);
  const isStaying = (entry: KeptEntry) => days.some(({ on }) => on === entry.on);
  const free = standing.filter((entry) => !isStaying(entry));
  const becomes = new Map<number, SessionDay>();
  const isNew = days.filter((day) => {
    const entry = standing.find(({ on }) => on === day.on) ?? free.shift();
    if (entry) becomes.set(entry.number, day);
    return !entry;
  });
  const kept = before.map((entry): KeptEntry => {
    const day = becomes.get(entry.number);
    if (entry.isCancelled || (day && isSame(entry, day))) return entry;
    return { ...entry, ...day, sequence: entry.sequence + 1, isCancelled: !day };
  });
  const added = isNew.map((day, at): KeptEntry => ({
    ...day,
    number: before.length + at + 1,
    sequence: 0,
    sentSequence: null,
    isCancelled: false,
  }));
  return [...kept, ...added];
}

/**
 * What a calendar that takes invitations has not been told yet. Nobody is told of the end of what they never had.
 * @param invites whether they want invitations; what they were once sent is kept up to date and ended all the same
 */
export function toSend(entries: readonly KeptEntry[], invites: boolean): Sending[] {
  return entries
    .filter(({ sequence, sentSequence, isCancelled }) =>
      sentSequence === null ? invites && !isCancelled : sentSequence < sequence,
    )
    .map((entry) => ({ method: entry.isCancelled ? 'CANCEL' : 'REQUEST', entry }));
}
