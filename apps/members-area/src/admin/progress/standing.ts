import { britishTimeAndDate } from '@induct/platform';

/** How far one member is with one module, as officers count it. */
export const STANDINGS = ['completed', 'in_progress', 'not_passed', 'not_started'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Record<Standing, string> = {
  completed: 'Completed',
  in_progress: 'In progress',
  not_passed: 'Not passed yet',
  not_started: 'Not started',
};

/** Kinds of `inductTag`. */
export const STANDING_KINDS: Record<Standing, string> = {
  completed: 'done',
  in_progress: 'going',
  not_passed: 'warning',
  not_started: 'todo',
};

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
}

/** The same rule in SQL, for filters and counts; `r` is a registration that may be missing. */
export const STANDING_SQL = `case
  when r.completed_at is not null then 'completed'
  when r.success = 'failed' then 'not_passed'
  when r.completion is null then 'not_started'
  else 'in_progress' end`;

export function standing(result: Pick<Result, 'completion' | 'success' | 'completedAt'>): Standing {
  if (result.completedAt) return 'completed';
  if (result.success === 'failed') return 'not_passed';
  return result.completion === null ? 'not_started' : 'in_progress';
}

export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

/** What else is known, in words: "score 85%", "half done: 50%". Empty when nothing is. */
export function standingDetail(result: Result): string {
  const now = standing(result);
  if (now === 'in_progress' && result.completion === 'not_attempted') return 'opened, nothing recorded yet';
  if (result.score !== null) return `score ${percent(result.score)}`;
  if (now === 'in_progress' && result.progress !== null) return `${percent(result.progress * 100)} done`;
  return '';
}

/** The time that goes with the status: when it was completed, else when anything was last recorded. */
export const standingTime = (result: Pick<Result, 'completedAt' | 'recordedAt'>): Date | null =>
  result.completedAt ?? result.recordedAt;

export function standingRecorded(result: Pick<Result, 'completedAt' | 'recordedAt'>): string {
  const at = standingTime(result);
  return at ? britishTimeAndDate(at) : '–';
}
