import { britishDate } from '@induct/platform';
import type { PlannedSession } from '../programme/programme.repository';
import { timesOfDay } from '../times/session-times';

/** `12 January 2027, 9.30am to 1pm, Committee room 1` */
export function whenInWords({
  parts,
  place,
  onlineUrl,
}: Pick<PlannedSession, 'parts' | 'place' | 'onlineUrl'>): string {
  const days = [...new Set(parts.map(({ on }) => on))].map((day) => {
    const times = timesOfDay(parts.filter(({ on }) => on === day));
    return [britishDate(day), times].filter(Boolean).join(', ');
  });
  return [days.join('; '), place ?? (onlineUrl === null ? null : 'online')].filter(Boolean).join(', ');
}
