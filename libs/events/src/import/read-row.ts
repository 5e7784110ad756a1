import type { Day } from '@induct/platform';
import type { EventKind, FixedDateKind, SessionState } from '../programme/programme.words';
import { readTimes, type Times, type Unread } from '../times/read-times';
import type { FileRow } from './file-rows';
import { foldTitle } from './fold-title';
import type { Cells } from './import-field';
import { type DateRead, type DateUnread, type FirstMonth, isOpen, readDate } from './read-date';
import { eventKindOf, fixedKindOf, stateOf } from './written-words';

/** A row in its meaning. */
export interface ReadRow extends FileRow {
  /** Where it stands in the file, from 0. */
  at: number;
  /**
   * `session`: one or several runs. `hold`: a date without a title. `fixed`: a date that others have set. `describes`: what it
   * says is about all runs of the event, which have rows of their own.
   */
  what: 'session' | 'hold' | 'fixed' | 'describes';
  /** As it was written; undefined: nothing was, and the date above counts. */
  date: DateRead | DateUnread | 'open' | undefined;
  /** Null: it is to be confirmed, or cannot be read. */
  day: Day | null;
  /** The row above, whose date counts, has one that cannot be read. */
  isBelowUnread: boolean;
  title: string;
  folded: string;
  /** There is a question mark: it may not take place. */
  isAsked: boolean;
  /** A time that is to be confirmed is none. */
  times: Times[] | Unread;
  timeDoubts: Unread[];
  /** The runs of the row, each with its stretches. A row that describes has none. */
  runs: Times[][];
  /** `4 x 3 hours`: how many runs of the event are announced. Null: nothing is said. */
  promised: number | null;
  /** `2 x half day`, and that is not how many stretches there are. */
  halves: number | null;
  kind: EventKind | null;
  fixedKind: FixedDateKind | null;
  state: SessionState | null;
  order: number | null;
  places: number | null;
}

const REPEATS =
  /(?:^|[^\d.])(\d{1,2})(?:\s*[x×*]\s*|\s+)(?:half[\s-]days?|\d+(?:\.\d+)?[\s-]*hours?|sessions?|mornings?|afternoons?)\b/iu;
const HALF_DAYS = /\s*[([]?\s*\b\d{1,2}\s*[x×*]?\s*half[\s-]days?(?:\s+(?:workshops?|sessions?))?\s*[)\]]?/iu;

/** Reads every row: what has no date is on the date of the row above. @param first the month the programme begins in */
export function readRows(rows: readonly FileRow[], first: FirstMonth | null): ReadRow[] {
  let above: Pick<ReadRow, 'date' | 'day'> = { date: undefined, day: null };
  return rows.map((row, at) => {
    const written = row.cells.date;
    const date = written === undefined ? undefined : isOpen(written) ? 'open' : readDate(written, first);
    const day = dayOf(date ?? above.date);
    const isBelowUnread = date === undefined && typeof above.date === 'object' && 'problem' in above.date;
    if (date !== undefined) above = { date, day };
    return { at, ...row, date, day, isBelowUnread, ...readRest(row.cells, (date ?? above.date) === 'open') };
  });
}

const dayOf = (date: ReadRow['date']): Day | null => (typeof date === 'object' && 'day' in date ? date.day : null);

function readRest(cells: Cells, isWithoutDate: boolean) {
  const written = cells.title ?? '';
  const inTitle = HALF_DAYS.test(written) ? repeats(written) : null;
  const title = (inTitle === null ? written : withoutHalfDays(written)).replace(/\s*\?+$/, '').trim();
  const many = inTitle ?? repeats(cells.format ?? '');
  const time = (cells.time ?? '').replaceAll('?', ' ').trim();
  const read = isOpen(time) ? { times: [], doubts: [] } : readTimes(time);
  const times = 'times' in read ? read.times : read;
  const stretches = Array.isArray(times) ? times : [];
  const isSplit = many !== null && many > 1 && many === stretches.length;
  const said = positive(cells.promised);
  // Half days are those of the row; hours and sessions are announced of the event.
  const isOfRow = isSplit || (!isWithoutDate && /half/i.test(`${inTitle === null ? cells.format : written}`));
  const promised = said ?? (isOfRow ? null : many);
  const fixedKind = fixedKindOf(cells.kind);
  // Whoever gives a state speaks of one run.
  const isOfAll = cells.state === undefined && promised !== null && promised > 1;
  const describes = isWithoutDate && title !== '' && isOfAll;
  const what = fixedKind ? 'fixed' : describes ? 'describes' : title === '' ? 'hold' : 'session';
  const runs = isSplit ? stretches.map((one) => [one]) : [stretches];
  return {
    what,
    title,
    folded: foldTitle(title),
    isAsked: Object.values({ title: written, time: cells.time, date: cells.date }).some((text) => text?.includes('?')),
    times,
    timeDoubts: 'times' in read ? read.doubts : [],
    runs: describes ? [] : runs,
    promised,
    halves: !isSplit && !isWithoutDate && many !== null && many > 1 && stretches.length > 1 ? many : null,
    kind: eventKindOf(cells.kind, title),
    fixedKind,
    state: stateOf(cells.state),
    order: positive(cells.order),
    places: positive(cells.places),
  } as const;
}

/** `Commissioning (Ann Lee – 2 x half day workshop)`: `Commissioning (Ann Lee)`. */
const withoutHalfDays = (title: string): string =>
  title
    .replace(HALF_DAYS, (said) => {
      const [opens, closes] = [/^\s*[([]/.exec(said)?.[0] ?? '', /[)\]]$/.exec(said)?.[0] ?? ''];
      // A bracket with something else in it stays.
      return opens && closes ? '' : opens || closes;
    })
    .replace(/([([])\s*[–—,;:-]\s*/u, '$1')
    .replace(/\s*[–—,;:-]\s*(?=[)\]]|$)/u, '');

/** `4 x 3 hours`: 4. `3 hours`: nothing is said of how many. */
function repeats(text: string): number | null {
  const found = REPEATS.exec(text);
  return found ? Number(found[1]) : null;
}

function positive(text: string | undefined): number | null {
  const found = /^\D{0,20}(\d{1,4})(?!\d)/.exec(text ?? '');
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
}
