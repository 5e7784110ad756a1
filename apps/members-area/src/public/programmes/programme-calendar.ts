import { type ProgrammeFacts, type PublishedRow, whereInWords } from '@induct/events';
import { type CalendarEntry, calendarFile, w } from '@induct/platform';

/**
 * A published programme for calendars: an entry a day, the same bytes as long as the version and the reader’s language are the same. What has no day yet
 * is not in it.
 * @param url of the page that says more
 */
export function programmeCalendar(
  { sessions }: ProgrammeFacts,
  { number, publishedAt }: Pick<PublishedRow, 'number' | 'publishedAt'>,
  url: string,
): string {
  const { host } = new URL(url);
  const entries = sessions.flatMap(({ id, title, about, state, parts, ...where }) => {
    const days = [...new Set(parts.map(({ on }) => on))];
    return days.map((on, nth): CalendarEntry => {
      const ofDay = parts.filter((part) => part.on === on);
      return {
        uid: `programme-${id}-${nth + 1}@${host}`,
        sequence: number,
        on,
        from: ofDay[0]!.from,
        to: ofDay.at(-1)!.to,
        title: days.length > 1 ? w`${title} (day ${nth + 1} of ${days.length})` : title,
        place: whereInWords(where),
        about: about || null,
        url,
        status: state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE',
        isFree: true,
      };
    });
  });
  return calendarFile(entries, { product: 'Programme', method: 'PUBLISH', madeAt: publishedAt! });
}
