import type { StatementsStanding } from '@induct/progress';
import { counted } from '../../words/counted';

/** What the page of jobs says of the learning record store. */
export const recordStoreView = ({ waiting, refused, problem }: StatementsStanding) => ({
  says:
    waiting === 0
      ? refused.length === 0
        ? 'It has been told everything.'
        : 'It has been told everything that it took.'
      : `${counted(waiting, 'statement')} ${waiting === 1 ? 'waits' : 'wait'} to be told.`,
  problem,
  refused: refused.map(({ words, count }) => ({
    count: `${counted(count, 'statement')} ${count === 1 ? 'was' : 'were'} refused`,
    words,
  })),
});
