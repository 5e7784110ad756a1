import type { Column } from '../../lists/list';
import type { ProgressRow } from './progress.queries';
import { scoreToShow, shareDone, standing, STANDING_NAMES } from './standing';

/** What the list says as a file. */
export const PROGRESS_FILE: readonly Column<ProgressRow>[] = [
  { head: 'Name', file: ({ name }) => name },
  { head: 'Political group', file: ({ group }) => group },
  { head: 'Module', file: ({ module }) => module },
  { head: 'Status', file: (row) => STANDING_NAMES[standing(row)] },
  { head: 'Score (%)', file: scoreToShow },
  { head: 'Done (%)', file: (row) => tenths(shareDone(row)) },
  {
    head: 'Learning time (minutes)',
    file: ({ learningSeconds }) => (learningSeconds === null ? null : Math.round(learningSeconds / 60)),
  },
  {
    head: 'Learning time is',
    file: ({ learningSeconds, timeMeasured }) =>
      learningSeconds === null ? null : timeMeasured ? 'measured' : 'reported',
  },
  { head: 'Last recorded', file: ({ recordedAt }) => recordedAt },
  { head: 'Completed', file: ({ completedAt }) => completedAt },
  { head: 'Retake by', file: ({ retake }) => retake?.by },
];

const tenths = (share: number | null) => (share === null ? null : Math.floor(share * 1000 + 1e-6) / 10);
