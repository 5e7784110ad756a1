import { dayInLondon, readerDate, readerTimeAndDate, said, w } from '@induct/platform';
import { percentInWords } from '@induct/scorm';
import { counted } from '../../words/counted';
import { isOverdue } from '@induct/progress';
import { isToTakeAgain } from './as-it-counts';
import type { ModuleRow, RetakeRow } from './module-row';

export interface ModuleStatus {
  /** What the person has to do with it. `retake`: completed, and to be taken again. */
  stage: 'not started' | 'in progress' | 'not passed' | 'completed' | 'retake';
  tag: { text: string; kind: 'todo' | 'going' | 'warning' | 'bad' | 'done' };
  /** The whole truth in some sentences, with the time it was recorded. */
  words: string;
  /** The same beside its tag, without what that says. */
  beside?: string;
  /** What the button says. */
  action: string;
  /** Share done, 0 to 1, where the module tells; only while it is in progress. */
  share: number | undefined;
}

/** All of it seen, and still not finished: "100% done" would be no truth. */
const ALL_SEEN = ': all of it has been opened, but it has not reached its end';

export function done(share: number | null): string {
  if (share === null) return '';
  return share < 1 ? w`, ${inPercent(share)}% done` : ALL_SEEN;
}
/** As `done`, beside a tag that says that it is in progress. */
function besideWords(share: number | null, saved: string): string {
  if (share === null) return w`Last saved ${saved}.`;
  return share < 1
    ? w`${inPercent(share)}% done. Last saved ${saved}.`
    : w`All of it has been opened, but it has not reached its end. Last saved ${saved}.`;
}

const inPercent = (share: number): number => Math.floor(share * 100 + 1e-9);
const shareOf = (share: number | null): number | undefined => (share !== null && share < 1 ? share : undefined);
export const about = (minutes: number | null): string =>
  minutes === null ? '' : w`about ${counted(minutes, 'minute')}`;

/** What members are told about a module. Councillors mistrust a portal that leaves room for doubt: so, words and a time. */
export function moduleStatus(row: ModuleRow, now: Date): ModuleStatus {
  if (row.retake) return retakeStatus(row, row.retake, now);
  if (row.completedAt !== null) return completedStatus(row);
  if (row.recordedAt === null) {
    return {
      stage: 'not started',
      tag: { text: said('Not started'), kind: 'todo' },
      words: row.minutes === null ? said('Not started.') : w`Not started, ${about(row.minutes)}.`,
      action: 'Start',
      share: undefined,
    };
  }
  return goingStatus(row, readerTimeAndDate(row.recordedAt));
}

function completedStatus(row: ModuleRow): ModuleStatus {
  const words = completedWords(row);
  if (isToTakeAgain(row)) {
    return {
      stage: 'not passed',
      tag: { text: said('To take again'), kind: 'warning' },
      words:
        row.doubt === 'refused'
          ? w`${words} An officer has looked: it does not count towards your certificate. You can take it again, or ask Democratic Services.`
          : w`${words} It counts no more for what is asked of you. You can take it again, or ask Democratic Services.`,
      action: 'Take it again',
      share: undefined,
    };
  }
  return {
    stage: 'completed',
    tag: { text: said('Completed'), kind: 'done' },
    words: row.doubt === 'waiting' ? `${words} ${WAITS}` : words,
    action: 'Review',
    share: undefined,
  };
}

const WAITS =
  'Before it counts towards your certificate, an officer looks at how it was completed. You need do nothing.';

/** A score goes with the day it was reached on, and with no other. */
function completedWords({ completedAt, againAt, score, completedScore: then, success }: ModuleRow): string {
  const result = then === null ? '' : w` with ${percentInWords(then)}`;
  const isBetter = score !== null && success !== 'failed' && score > (then ?? -1);
  const best = isBetter ? w` Best score since: ${percentInWords(score)}.` : '';
  const again = againAt === null ? '' : w` Completed again at ${readerTimeAndDate(againAt)}.`;
  return w`Completed${result} at ${readerTimeAndDate(completedAt!)}.${again}${best}`;
}

function goingStatus(row: ModuleRow, saved: string): ModuleStatus {
  if (row.success === 'failed') {
    const result = row.score === null ? '' : `: ${percentInWords(row.score)}`;
    if (row.trying) {
      return {
        stage: 'not passed',
        tag: { text: said('Not passed yet'), kind: 'warning' },
        words: w`Not passed yet${result}. Your next try has begun${done(row.trying.progress)}. Last saved ${readerTimeAndDate(row.trying.recordedAt)}.`,
        action: 'Continue',
        share: shareOf(row.trying.progress),
      };
    }
    return {
      stage: 'not passed',
      tag: { text: said('Not passed yet'), kind: 'warning' },
      words: w`Not passed yet${result}. You can try again. Last saved ${saved}.`,
      action: 'Try again',
      share: undefined,
    };
  }
  if (row.completion === 'not_attempted' || row.completion === null) {
    return {
      stage: 'in progress',
      tag: { text: said('Opened'), kind: 'going' },
      words: w`Opened at ${saved}. Nothing to save yet.`,
      action: 'Continue',
      share: undefined,
    };
  }
  return {
    stage: 'in progress',
    tag: { text: said('In progress'), kind: 'going' },
    words: w`In progress${done(row.progress)}. Last saved ${saved}.`,
    beside: besideWords(row.progress, saved),
    action: 'Continue',
    share: shareOf(row.progress),
  };
}

/** What was completed stays on record, and the words say so each time. */
function retakeStatus(row: ModuleRow, { dueOn, renewedAt, going }: RetakeRow, now: Date): ModuleStatus {
  const isLate = isOverdue(dueOn, dayInLondon(now));
  const due = isLate ? w`The retake was due by ${readerDate(dueOn)}` : w`Retake by ${readerDate(dueOn)}`;
  const stands = w`${completedWords(row)} That stays on record.`;
  const tag = { text: isLate ? said('Retake overdue') : said('Retake due'), kind: isLate ? 'bad' : 'warning' } as const;
  if (!going) {
    const words = w`${due}: the module was renewed on ${readerDate(renewedAt)}. ${stands}`;
    return { stage: 'retake', tag, words, action: 'Take it again', share: undefined };
  }
  const saved = w`Last saved ${readerTimeAndDate(going.recordedAt)}.`;
  if (going.success === 'failed') {
    const result = going.score === null ? '' : `: ${percentInWords(going.score)}`;
    const words = w`${due}: not passed yet${result}. You can try again. ${saved} ${stands}`;
    return { stage: 'retake', tag, words, action: 'Try again', share: undefined };
  }
  const words = w`${due}: in progress${done(going.progress)}. ${saved} ${stands}`;
  return { stage: 'retake', tag, words, action: 'Continue the retake', share: shareOf(going.progress) };
}
