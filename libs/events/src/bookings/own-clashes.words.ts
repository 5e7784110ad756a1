import { asTyped, readerDate, said, w } from '@induct/platform';
import type { OwnClash } from './own-clashes';

/** What it meets of somebody's own, to them: `You have a place at Reading faster then.` */
export const ownClashWords = (clashes: readonly OwnClash[]): string[] =>
  clashes.map((clash) =>
    clash.with === 'session'
      ? w`On ${readerDate(clash.on)} you have a place at ${clash.title ? asTyped(clash.title) : said('another session')} at the same time.`
      : w`${asTyped(clash.title)} is on ${readerDate(clash.on)}.`,
  );
