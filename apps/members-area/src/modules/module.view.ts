import { britishTimeAndDate } from '@induct/platform';
import { moduleCard } from '../home/home.view';
import type { AttemptRow, ModulePageRow } from './modules.queries';

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `25 minutes`, `1 hour 5 minutes` */
export function learningTime(seconds: number): string {
  if (seconds < 60) return 'Less than a minute';
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 && counted(hours, 'hour'), minutes % 60 > 0 && counted(minutes % 60, 'minute')];
  return parts.filter(Boolean).join(' ');
}

export function attemptResult({ completion, success, score, completed_at }: AttemptRow): string {
  const result = score === null ? '' : `, ${Math.round(score * 10) / 10}%`;
  if (success === 'failed') return `Not passed${result}`;
  if (completed_at !== null) return `${success === 'passed' ? 'Passed' : 'Completed'}${result}`;
  return completion === 'not_attempted' ? 'Opened' : `Not finished${result}`;
}

/** A module's own page. */
export function moduleView(row: ModulePageRow) {
  const { published, summary, refreshed } = row;
  return {
    ...moduleCard(row),
    summary,
    published,
    refreshed,
    learned: row.learning_seconds ? learningTime(row.learning_seconds) : undefined,
    attempts: row.attempts.map((attempt) => [
      { text: String(attempt.number), header: true },
      { text: `Version ${attempt.version}` },
      { text: britishTimeAndDate(attempt.started_at) },
      { text: britishTimeAndDate(attempt.recorded_at) },
      { text: learningTime(attempt.learning_seconds) },
      { text: attemptResult(attempt) },
    ]),
  };
}
