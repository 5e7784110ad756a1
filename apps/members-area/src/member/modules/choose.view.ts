import { readerDate, readerTimeAndDate, said, w } from '@induct/platform';
import type { HalfWay } from '@induct/progress';
import { done } from '../learning/module-status';

/** The choice with its consequences in words. */
export function chooseView({ begun, renewed, chosen, isRetake }: HalfWay) {
  const share = begun.progress !== null && begun.progress < 1 ? done(begun.progress) : '';
  const counts = isRetake
    ? said('It counts as your retake.')
    : said('When you finish it, you have completed the module.');
  return {
    renewed: w`Version ${renewed.version} was published on ${readerDate(renewed.publishedAt)}. You began version ${begun.version} on ${readerDate(begun.startedAt)}.`,
    version: renewed.version,
    changeNote: renewed.changeNote,
    chosen,
    items: [
      {
        value: 'finish_old',
        text: w`Finish version ${begun.version}, which you began`,
        hint: {
          text: w`You go on where you were${share}: last saved ${readerTimeAndDate(begun.recordedAt)}. ${counts} You do not see what is new.`,
        },
      },
      {
        value: 'start_again',
        text: w`Start again on version ${renewed.version}, the new one`,
        hint: {
          text: w`You begin at the beginning. What you did in version ${begun.version} stays on record, but you cannot go on with it.`,
        },
      },
    ],
  };
}
