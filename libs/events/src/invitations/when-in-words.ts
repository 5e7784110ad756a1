import { readerDate, said } from '@induct/platform';
import type { PlannedSession } from '../programme/programme.repository';
import { readerTimesOfDay } from '../times/reader-times';

/** `12 January 2027, 9.30am to 1pm, Committee room 1`, for whoever reads it */
export function whenInWords({
  parts,
  place,
  onlineUrl,
}: Pick<PlannedSession, 'parts' | 'place' | 'onlineUrl'>): string {
  const days = [...new Set(parts.map(({ on }) => on))].map((day) => {
    const times = readerTimesOfDay(parts.filter(({ on }) => on === day));
    return [readerDate(day), times].filter(Boolean).join(', ');
  });
  return [days.join('; '), place ?? (onlineUrl === null ? null : said('online'))].filter(Boolean).join(', ');
}
