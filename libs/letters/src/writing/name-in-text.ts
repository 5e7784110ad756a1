import { withoutBidiControls } from '@induct/platform';

/** Letters that are written from right to left. */
const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ISOLATE = '\u2068';
const END = '\u2069';

/**
 * A name or title as it may stand in a sentence: it turns round nothing that stands beside it. What is written from left to
 * right stays as it is, so that nobody's mailbox shows marks that it does not know.
 */
export function nameInText(name: string): string {
  const plain = withoutBidiControls(name);
  return FROM_THE_RIGHT.test(plain) ? ISOLATE + plain + END : plain;
}
