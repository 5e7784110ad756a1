import { createHash } from 'node:crypto';

/**
 * Mixes texts up, always in the same way for the same question, so that equal sources give equal packages. Never leaves
 * them in the order they came in: that one is the answer.
 */
export function settledOrder(id, texts) {
  const rank = (text) => createHash('sha256').update(`${id}\0${text}`).digest('hex');
  const mixed = texts.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
  return mixed.every((text, index) => text === texts[index]) ? [...mixed.slice(1), mixed[0]] : mixed;
}
