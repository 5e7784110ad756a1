import { readFileSync } from 'node:fs';
import { readWordFile, type Sentence, speakInstead, wordFilePath } from '@induct/platform';

const { words } = readWordFile(readFileSync(wordFilePath('cy'), 'utf8'));

/** Files of tests share what is loaded: what one has put in the place of Welsh would be read by the next. */
export const speakWelsh = (): void => speakAs((english) => words[english]);

/** In the place of Welsh: whatever `say` makes of our English. */
export const speakAs = (say: (english: string) => Sentence | undefined): void =>
  void speakInstead('cy', { isReviewed: false, find: say, keys: () => Object.keys(words) });
