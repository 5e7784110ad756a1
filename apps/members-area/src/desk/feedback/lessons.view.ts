import {
  LESSON_KINDS,
  type MadeCapture,
  type PlannedSession,
  type SeriesEvent,
  type WrittenLesson,
} from '@induct/events';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';
import { titleOf, whenAndWhere } from '../attendance/session-words';
import { eventHref } from '../programme/session.words';
import { kindItems, LESSON_KIND_NAMES } from '../../forms/lesson.form';

const HEADINGS = { discussion: 'What was talked about', lesson: 'Lessons', gap: 'Gaps' } as const;

interface LessonsPage {
  session: PlannedSession;
  lessons: readonly WrittenLesson[];
  captures: readonly MadeCapture[];
  /** The workshop that follows in the series. */
  next: SeriesEvent | undefined;
  /** The address of a link that was made just now: it is shown this once. */
  link?: string | undefined;
}

/** What came of the discussions of a session, and the links by which it is written down. */
export function lessonsView(
  { session, lessons, captures, next, link }: LessonsPage,
  form: Fields,
  problems: FormProblems,
) {
  return {
    base: `/admin/programme/sessions/${session.id}`,
    title: titleOf(session),
    when: whenAndWhere(session),
    groups: LESSON_KINDS.map((kind) => ({
      kind,
      heading: HEADINGS[kind],
      lessons: lessons.filter((lesson) => lesson.kind === kind).map((lesson) => lessonView(lesson, next)),
    })).filter((group) => group.lessons.length > 0),
    next: next?.title,
    link,
    captures: captures.map(({ id, madeAt, revokedAt, by, lessons: came }) => ({
      id,
      says: `Made ${britishTimeAndDate(madeAt)}${by ? ` by ${by}` : ''}; ${counted(came, 'thing')} written down by it`,
      revoked: revokedAt && britishTimeAndDate(revokedAt),
    })),
    kinds: kindItems(form['kind']),
    form,
    ...problems,
  };
}

const lessonView = (
  { id, kind, prompt, words, captureId, recordedAt, carriedTo }: WrittenLesson,
  next: SeriesEvent | undefined,
) => ({
  id,
  name: LESSON_KIND_NAMES[kind],
  prompt,
  words,
  how: `${captureId ? 'By a facilitator’s link' : 'At the desk'}, ${britishDate(recordedAt)}`,
  carriedTo: carriedTo && { title: carriedTo.title, href: eventHref(carriedTo.slug) },
  mayCarryTo: kind === 'gap' && !carriedTo ? next?.title : undefined,
  isLast: kind === 'gap' && !carriedTo && next === undefined,
});
