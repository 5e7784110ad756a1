import { foldName } from '../../persons/name-fold';
import { nameWords } from '../../persons/name-words';
import { cleanName } from '../../persons/person-name';

/**
 * The name in a row as it is written on a certificate: without titles and letters after it, and `Whitfield, Amara` the right
 * way round.
 */
export function writtenName(text: string): string {
  const [last = '', first = '', ...more] = text.split(',');
  const isTurned = more.length === 0 && nameWords(text).length > nameWords(last).length;
  return cleanName(nameWords(isTurned ? `${nameWords(first).join(' ')} ${last}` : text).join(' '));
}

/** What two names are compared by: capitals, accents, hyphens, spacing, titles and letters after them do not matter. */
export const nameKey = (name: string): string => foldName(nameWords(name).join(' ')).replaceAll(' ', '');

/** Whether they have a word in common: under another surname somebody may still be meant. */
export function shareWord(one: string, other: string): boolean {
  const words = (name: string) => foldName(nameWords(name).join(' ')).split(' ');
  const theirs = new Set(words(one));
  return nameKey(one) === nameKey(other) || words(other).some((word) => theirs.has(word));
}
