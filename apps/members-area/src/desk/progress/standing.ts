import { britishDate, britishTimeAndDate } from '@induct/platform';
import { resultOf } from '@induct/progress';
import { percentInWords } from '@induct/scorm';
import type { Tag } from '../../words/tag';

/** How far one member is with one module, as officers count it. Who has to take it again has completed it once. */
export const STANDINGS = [
  'completed',
  'retake_due',
  'retake_overdue',
  'in_progress',
  'not_passed',
  'not_started',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Record<Standing, string> = {
  completed: 'Completed',
  retake_due: 'Retake due',
  retake_overdue: 'Retake overdue',
  in_progress: 'In progress',
  not_passed: 'Not passed yet',
  not_started: 'Not started',
};

/** Kinds of `inductTag`. */
export const STANDING_KINDS: Record<Standing, Tag['kind']> = {
  completed: 'done',
  retake_due: 'warning',
  retake_overdue: 'bad',
  in_progress: 'going',
  not_passed: 'warning',
  not_started: 'todo',
};

/** The module was renewed, and this member has to take it again. */
export interface DueRetake {
  /** `2027-03-01`: the last day. */
  by: string;
  isOverdue: boolean;
}

/** What a registration says; all null when there is none. */
export interface Result {
  completion: string | null;
  success: string | null;
  /** Per cent. */
  score: number | null;
  /** Share done, 0 to 1. */
  progress: number | null;
  recordedAt: Date | null;
  completedAt: Date | null;
  /** Of a registration only: an attempt has none. */
  retake?: DueRetake | null;
}

export const isRetake = (status: string): boolean => status.startsWith('retake');

/** Who has to take which module again, and the earliest last day. */
export const DUE_RETAKES = `select person_id, course_id, min(due_on) as due_on
  from retake_due group by person_id, course_id`;

/** A `DueRetake` from the day `d.due_on`, which may be null. @param today placeholder of a day */
export const retakeSql = (today: string) =>
  `case when d.due_on is not null then json_build_object('by', d.due_on, 'isOverdue', is_overdue(d.due_on, ${today}::date)) end`;

/** The score that goes with the time that is shown: what was completed goes with what it was completed with. */
export const SCORE_SQL = 'r.shown_score::float8';

/**
 * The rule of `standing` in SQL, for filters; `r` is a `registration_standing` that may be missing, `d.due_on` is the last day of a retake or null.
 * @param today placeholder of a day
 */
export const standingSql = (today: string) => `case
  when is_overdue(d.due_on, ${today}::date) then 'retake_overdue'
  when d.due_on is not null then 'retake_due'
  else coalesce(r.result, 'not_started') end`;

export function standing(result: Pick<Result, 'completion' | 'success' | 'completedAt' | 'retake'>): Standing {
  if (result.retake) return result.retake.isOverdue ? 'retake_overdue' : 'retake_due';
  return resultOf(result);
}

export const percent = percentInWords;

/** As far as it can be said: all of it seen and still not finished is no "100%". */
export const shareDone = ({ progress, completedAt }: Pick<Result, 'progress' | 'completedAt'>): number | null =>
  progress !== null && (progress < 1 || completedAt !== null) ? progress : null;

/** No score of a test that was failed after the completion. */
export const scoreToShow = ({ score, success, completedAt }: Pick<Result, 'score' | 'success' | 'completedAt'>) =>
  completedAt !== null && success === 'failed' ? null : score;

/** What else is known, in words: "score 85%", "50% done", "by 1 March 2027, score 85%". Empty when nothing is. */
export function standingDetail(result: Result): string {
  const retake = result.retake && `by ${britishDate(result.retake.by)}`;
  return [retake, resultDetail(result)].filter(Boolean).join(', ');
}

/** The same without the retake, where that is said in a sentence. */
export function resultDetail(result: Result): string {
  const now = standing(result);
  if (now === 'in_progress' && result.completion === 'not_attempted') return 'opened, nothing recorded yet';
  const score = scoreToShow(result);
  if (score !== null) return `score ${percent(score)}`;
  if (now !== 'in_progress' || result.progress === null) return '';
  const share = shareDone(result);
  return share === null ? 'all of it opened, its end not reached' : `${percent(share * 100)} done`;
}

/** The time that goes with the status: when it was completed, else when anything was last recorded. */
const standingTime = (result: Pick<Result, 'completedAt' | 'recordedAt'>): Date | null =>
  result.completedAt ?? result.recordedAt;

export function standingRecorded(result: Pick<Result, 'completedAt' | 'recordedAt'>): string {
  const at = standingTime(result);
  return at ? britishTimeAndDate(at) : '–';
}
