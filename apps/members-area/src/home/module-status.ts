import { britishTimeAndDate } from '@induct/platform';

/** One person on one module, as the queries read it. Everything about the person is null before the first start. */
export interface ModuleRow {
  slug: string;
  title: string;
  summary: string;
  minutes: number | null;
  core: boolean;
  completion: 'not_attempted' | 'incomplete' | 'completed' | null;
  success: 'unknown' | 'failed' | 'passed' | null;
  /** Per cent. */
  score: number | null;
  /** Share done, 0 to 1. */
  progress: number | null;
  started_at: Date | string | null;
  recorded_at: Date | string | null;
  completed_at: Date | string | null;
}

export interface ModuleStatus {
  /** What the person has to do with it. */
  stage: 'not started' | 'in progress' | 'not passed' | 'completed';
  tag: { text: string; kind: 'todo' | 'going' | 'warning' | 'done' };
  /** The whole truth in one or two sentences, with the time it was recorded. */
  words: string;
  /** What the button says. */
  action: string;
  /** Share done, 0 to 1, where the module tells; only while it is in progress. */
  share: number | undefined;
}

const percent = (score: number) => `${Math.round(score * 10) / 10}%`;
export const about = (minutes: number | null): string =>
  minutes === null ? '' : `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** What members are told about a module. Councillors mistrust a portal that leaves room for doubt: so, words and a time. */
export function moduleStatus(row: ModuleRow): ModuleStatus {
  if (row.completed_at !== null) {
    const result = row.score === null ? '' : ` with ${percent(row.score)}`;
    return {
      stage: 'completed',
      tag: { text: 'Completed', kind: 'done' },
      words: `Completed${result} at ${britishTimeAndDate(row.completed_at)}.`,
      action: 'Review',
      share: undefined,
    };
  }
  if (row.recorded_at === null) {
    return {
      stage: 'not started',
      tag: { text: 'Not started', kind: 'todo' },
      words: row.minutes === null ? 'Not started.' : `Not started, ${about(row.minutes)}.`,
      action: 'Start',
      share: undefined,
    };
  }
  const saved = britishTimeAndDate(row.recorded_at);
  if (row.success === 'failed') {
    const result = row.score === null ? '' : `: ${percent(row.score)}`;
    return {
      stage: 'not passed',
      tag: { text: 'Not passed yet', kind: 'warning' },
      words: `Not passed yet${result}. You can try again. Last saved ${saved}.`,
      action: 'Try again',
      share: undefined,
    };
  }
  if (row.completion === 'not_attempted' || row.completion === null) {
    return {
      stage: 'in progress',
      tag: { text: 'Opened', kind: 'going' },
      words: `Opened at ${saved}. Nothing to save yet.`,
      action: 'Continue',
      share: undefined,
    };
  }
  const share = row.progress ?? undefined;
  const done = share === undefined ? '' : `, ${Math.floor(share * 100 + 1e-9)}% done`;
  return {
    stage: 'in progress',
    tag: { text: 'In progress', kind: 'going' },
    words: `In progress${done}. Last saved ${saved}.`,
    action: 'Continue',
    share,
  };
}
