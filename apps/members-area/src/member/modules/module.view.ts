import type { Checked } from '@induct/course';
import { readerDate, readerDuration, readersLanguage, readerTimeAndDate, said, w } from '@induct/platform';
import type { HalfWay } from '@induct/progress';
import { percentInWords } from '@induct/scorm';
import { moduleCard } from '../home/module-card';
import { asItCounts } from '../learning/as-it-counts';
import { type Needed, stepsIn } from '../programme/what-it-meets';
import { changeView } from './changes.view';
import type { AttemptRow, ModulePageRow } from './modules.queries';
import { type Column, wholeListView } from '../../lists/list';

/** Whoever has opened a module has spent some time on it. */
export function timeInCell(seconds: number): string {
  const words = readerDuration(Math.max(1, seconds));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function attemptResult({ completion, success, score, completedAt }: AttemptRow): string {
  const result = score === null ? '' : `, ${percentInWords(score)}`;
  // What was completed stays completed, and no score of a test failed later goes with it.
  if (completedAt !== null) {
    return success === 'failed'
      ? said('Completed')
      : `${success === 'passed' ? said('Passed') : said('Completed')}${result}`;
  }
  if (success === 'failed') return w`Not passed${result}`;
  return completion === 'not_attempted' ? said('Opened') : w`Not finished${result}`;
}

/** Whether the last attempt is unfinished, and not on the version that members see now: then there may be a choice. */
export function isOnOlderVersion({ attempts: [last], published }: ModulePageRow): boolean {
  return published && last !== undefined && last.completedAt === null && !last.current;
}

/** Whoever has looked at all of it says so with their name. */
function checkedWords({ council, by, at, changedAt }: Checked): string {
  const names = new Intl.ListFormat(readersLanguage() === 'cy' ? 'cy-GB' : 'en-GB').format(by);
  const checked = w`Checked for ${council} by ${names} on ${readerDate(at)}`;
  if (!changedAt) return checked;
  return `${checked}. ${w`What the council says here itself has changed since, on ${readerDate(changedAt)}`}`;
}

const ATTEMPTS: readonly Column<ModulePageRow['attempts'][number]>[] = [
  { head: 'Attempt', cell: ({ number }) => String(number) },
  { head: 'Module', cell: ({ version }) => w`Version ${version}` },
  { head: 'Started', cell: ({ startedAt: at }) => readerTimeAndDate(at) },
  { head: 'Last saved', cell: ({ recordedAt: at }) => readerTimeAndDate(at) },
  {
    head: 'Time spent',
    cell: (attempt) => `${timeInCell(attempt.learningSeconds)}${attempt.timeMeasured ? ' (measured)' : ''}`,
  },
  { head: 'Result', cell: (attempt) => attemptResult(attempt) },
];

/** A module's own page. */
export function moduleView(
  found: ModulePageRow,
  now: Date,
  needed: Pick<Needed, 'asked' | 'paths'>,
  { halfWay, checked }: { halfWay?: HalfWay; checked?: Checked } = {},
) {
  const row = asItCounts(needed.asked)(found.id, found);
  const { published, summary, refreshed } = row;
  const changes = row.changes.map(changeView);
  const served = needed.asked.filter(({ ways }) => ways.some(({ courseId }) => courseId === row.id));
  return {
    ...moduleCard(row, now),
    summary,
    published,
    /** By a session, a recording or what else an officer accepts. */
    isMetOtherwise:
      row.completedAt === null &&
      served.some(({ met }) => met !== undefined) &&
      served.every(({ isAsked, met }) => met !== undefined || !isAsked),
    isAsked: served.some(({ isAsked }) => isAsked),
    steps: needed.paths.flatMap((path) => stepsIn(path, new Set(served.map(({ id }) => id)))),
    nothingAsked: refreshed && published && row.retake === null && row.notes === 0,
    learned: row.learningSeconds ? readerDuration(row.learningSeconds) : undefined,
    measured: row.attempts.some(({ timeMeasured: measured }) => measured),
    halfWay: halfWay && halfWayWords(halfWay),
    checked: checked && checkedWords(checked),
    toRead: published ? changes.filter(({ due }) => due) : [],
    changes: changes.filter(({ due }) => !due || !published),
    attempts: wholeListView(ATTEMPTS, row.attempts, 'Your history'),
  };
}

function halfWayWords({ begun, renewed, chosen }: HalfWay): string {
  const since = w`It has been renewed since you began version ${begun.version}.`;
  if (chosen === undefined) return w`${since} You can finish that, or start again on version ${renewed.version}.`;
  return w`${since} You chose to finish it. You can still start again on version ${renewed.version}.`;
}
