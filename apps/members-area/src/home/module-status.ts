import { britishDate, britishTimeAndDate, dayInLondon } from '@induct/platform';
import type { ModuleRow, RetakeRow } from './module-row';

export interface ModuleStatus {
  /** What the person has to do with it. `retake`: completed, and to be taken again. */
  stage: 'not started' | 'in progress' | 'not passed' | 'completed' | 'retake';
  tag: { text: string; kind: 'todo' | 'going' | 'warning' | 'bad' | 'done' };
  /** The whole truth in some sentences, with the time it was recorded. */
  words: string;
  /** What the button says. */
  action: string;
  /** Share done, 0 to 1, where the module tells; only while it is in progress. */
  share: number | undefined;
}

const percent = (score: number) => `${Math.round(score * 10) / 10}%`;
const done = (share: number | null) => (share === null ? '' : `, ${Math.floor(share * 100 + 1e-9)}% done`);
export const about = (minutes: number | null): string =>
  minutes === null ? '' : `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** What members are told about a module. Councillors mistrust a portal that leaves room for doubt: so, words and a time. */
export function moduleStatus(row: ModuleRow, now: Date): ModuleStatus {
  if (row.retake) return retakeStatus(row, row.retake, now);
  if (row.completed_at !== null) {
    return {
      stage: 'completed',
      tag: { text: 'Completed', kind: 'done' },
      words: completedWords(row),
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
  return goingStatus(row, britishTimeAndDate(row.recorded_at));
}

function completedWords({ completed_at, again_at, score }: ModuleRow): string {
  const result = score === null ? '' : ` with ${percent(score)}`;
  const again = again_at === null ? '' : ` Completed again at ${britishTimeAndDate(again_at)}.`;
  return `Completed${result} at ${britishTimeAndDate(completed_at!)}.${again}`;
}

function goingStatus(row: ModuleRow, saved: string): ModuleStatus {
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
  return {
    stage: 'in progress',
    tag: { text: 'In progress', kind: 'going' },
    words: `In progress${done(row.progress)}. Last saved ${saved}.`,
    action: 'Continue',
    share: row.progress ?? undefined,
  };
}

/** What was completed stays on record, and the words say so each time. */
function retakeStatus(row: ModuleRow, { due_on, renewed_at, going }: RetakeRow, now: Date): ModuleStatus {
  const isLate = due_on < dayInLondon(now);
  const due = isLate ? `The retake was due by ${britishDate(due_on)}` : `Retake by ${britishDate(due_on)}`;
  const stands = `${completedWords(row)} That stays on record.`;
  const tag = { text: isLate ? 'Retake overdue' : 'Retake due', kind: isLate ? 'bad' : 'warning' } as const;
  if (!going) {
    const words = `${due}: the module was renewed on ${britishDate(renewed_at)}. ${stands}`;
    return { stage: 'retake', tag, words, action: 'Take it again', share: undefined };
  }
  const saved = `Last saved ${britishTimeAndDate(going.recorded_at)}.`;
  if (going.success === 'failed') {
    const result = going.score === null ? '' : `: ${percent(going.score)}`;
    const words = `${due}: not passed yet${result}. You can try again. ${saved} ${stands}`;
    return { stage: 'retake', tag, words, action: 'Try again', share: undefined };
  }
  const words = `${due}: in progress${done(going.progress)}. ${saved} ${stands}`;
  return { stage: 'retake', tag, words, action: 'Continue the retake', share: going.progress ?? undefined };
}
