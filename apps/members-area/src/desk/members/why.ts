import { britishDate, britishTimeAndDate } from '@induct/platform';
import { type Activity, scos } from '@induct/scorm';
import { counted } from '../../words/counted';
import { percent, type Standing, standing } from '../progress/standing';
import type { MemberModule } from './member.queries';

/** How many open parts are named; more would hide the sentence. */
const NAMED = 3;

/** "Why is this not complete?", answered in words. Undefined when it is complete. */
export function whyNotComplete(module: MemberModule): string | undefined {
  return WHY[standing(module)](module);
}

const WHY: Record<Standing, (module: MemberModule) => string | undefined> = {
  completed: () => undefined,
  retake_due: retakeDue,
  retake_overdue: retakeDue,
  not_started: () => 'The module was never opened.',
  not_passed: notPassed,
  in_progress: inProgress,
};

/** What was completed stands: it is the retake that is not complete. */
function retakeDue({ retake, completedAt }: MemberModule): string {
  const day = britishDate(retake!.by);
  const due = retake!.isOverdue
    ? `was to be taken again by ${day}, and has not been yet`
    : `is to be taken again by ${day}`;
  return `The module was renewed: it ${due}. What was completed at ${britishTimeAndDate(completedAt!)} stays on record.`;
}

function notPassed({ score, outline, parts }: MemberModule): string {
  const leaves = outline ? scos(outline) : [];
  const mark = passMark(leaves);
  const result = score === null ? 'The test was not passed' : `The test was not passed with ${percent(score)}`;
  const needed = mark === undefined ? '' : `: the pass mark is ${percent(mark)}`;
  const failed = leaves.filter(({ id }) => parts[id]?.success === 'failed');
  const where = leaves.length > 1 && failed.length > 0 ? ` It is in: ${named(failed)}.` : '';
  return `${result}${needed}.${where} It can be tried again as often as needed.`;
}

function inProgress({ completion, progress, outline, parts, recordedAt }: MemberModule): string {
  const since = recordedAt ? britishTimeAndDate(recordedAt) : 'an unknown time';
  if (completion === 'not_attempted') {
    return `It was opened at ${since}, but the module has not reported anything since.`;
  }
  const leaves = outline ? scos(outline) : [];
  const open = leaves.filter(({ id }) => !isDone(parts[id]));
  if (leaves.length > 1 && open.length > 0) {
    const done = leaves.length - open.length;
    return `${done === 0 ? 'None' : String(done)} of ${counted(leaves.length, 'part')} ${done === 1 ? 'is' : 'are'} complete. Still to do: ${named(open)}.`;
  }
  if (completion === 'completed') {
    return 'All of it was read, but the module has not reported that its test was passed.';
  }
  if (progress === 1) return 'All of it was opened, but the module has not reported that its end was reached.';
  const share = progress === null ? '' : ` ${percent(progress * 100)} of it is done.`;
  return `It was left before the end.${share} The module has not yet reported that it is complete.`;
}

const isDone = (part: MemberModule['parts'][string] | undefined): boolean =>
  part?.completion === 'completed' && part.success !== 'failed';

/** Of the module when all its tests agree; per cent. */
function passMark(leaves: readonly Activity[]): number | undefined {
  const marks = new Set(
    leaves.flatMap(({ masteryScore, scaledPassingScore }) => {
      if (masteryScore !== undefined) return [masteryScore];
      return scaledPassingScore === undefined ? [] : [scaledPassingScore * 100];
    }),
  );
  return marks.size === 1 ? [...marks][0] : undefined;
}

function named(activities: readonly Activity[]): string {
  const titles = activities.slice(0, NAMED).map(({ title }) => `“${title}”`);
  const rest = activities.length - NAMED;
  return rest > 0 ? `${titles.join(', ')} and ${counted(rest, 'other')}` : titles.join(', ');
}
