import { readerDate, w } from '@induct/platform';
import type { AttemptTimeline, Moment } from '@induct/progress';
import { address, paging } from './paging';
import { counted } from '../words/counted';
import { momentsInWords, standsInWords, type TimelineLine, type Told } from '../words/timeline';

export const MOMENTS_PER_PAGE = 50;

/** A course's attempts, told. */
export interface ToldCourse {
  /** Said only where there are several. */
  title: string;
  attempts: readonly AttemptTimeline[];
  /** Saves that are older than what is told. */
  untold: number;
}

interface Section {
  attempt: AttemptTimeline;
  heading: string;
  stands: string;
  days: { day: string; lines: TimelineLine[] }[];
}

/**
 * What happened on some courses, the newest first: attempt by attempt, day by day.
 * @param wanted the page, from 1; one beyond the last is the last
 */
export function timelineView(courses: readonly ToldCourse[], told: Told, wanted: number, path: string) {
  const all = courses.flatMap(({ title, attempts }) =>
    attempts
      .toReversed()
      .flatMap((attempt) => attempt.moments.toReversed().map((moment) => ({ title, attempt, moment }))),
  );
  const pages = paging(wanted, MOMENTS_PER_PAGE, all.length, (page) =>
    address(path, { page: page === 1 ? undefined : page }),
  );
  const first = (pages.page - 1) * MOMENTS_PER_PAGE;
  const untold = courses.reduce((sum, course) => sum + course.untold, 0);
  return {
    sections: sectionsOf(all.slice(first, first + MOMENTS_PER_PAGE), told, courses.length > 1),
    paging: pages,
    untold:
      untold > 0
        ? w`${counted(untold, 'earlier save is', 'earlier saves are')} not told here: only the newest are. What they came to still counts.`
        : undefined,
  };
}

function sectionsOf(
  shown: readonly { title: string; attempt: AttemptTimeline; moment: Moment }[],
  told: Told,
  severalCourses: boolean,
): Omit<Section, 'attempt'>[] {
  const sections: Section[] = [];
  for (const { title, attempt, moment } of shown) {
    if (sections.at(-1)?.attempt !== attempt) {
      const which = w`Attempt ${attempt.number}, begun on ${readerDate(attempt.startedAt)}`;
      sections.push({
        attempt,
        heading: severalCourses ? `${title}: a${which.slice(1)}` : which,
        stands: standsInWords(attempt),
        days: [],
      });
    }
    const { days } = sections.at(-1)!;
    const day = readerDate(moment.at);
    if (days.at(-1)?.day !== day) days.push({ day, lines: [] });
    days.at(-1)!.lines.push(momentsInWords(attempt, told)(moment));
  }
  return sections.map(({ attempt: _attempt, ...section }) => section);
}
