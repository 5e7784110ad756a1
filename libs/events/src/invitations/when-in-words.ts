import { britishDate } from '@induct/platform';
import type { PlannedSession } from '../programme/programme.repository';

/** `12 January 2027, 09:30 to 13:00, Committee room 1` */
export function whenInWords({
  parts,
  place,
  onlineUrl,
}: Pick<PlannedSession, 'parts' | 'place' | 'onlineUrl'>): string {
  const days = [...new Set(parts.map(({ on }) => on))].map((day) => {
    const times = parts.flatMap(({ on, from, to }) => (on === day && from && to ? `${from} to ${to}` : []));
    return [britishDate(day), times.join(' and ')].filter(Boolean).join(', ');
  });
  return [days.join('; '), place ?? (onlineUrl === null ? null : 'online')].filter(Boolean).join(', ');
}
