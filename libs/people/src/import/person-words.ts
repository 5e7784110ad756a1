import { foldName } from '../persons/name-fold';
import { nameWords } from '../persons/name-words';
import { cleanName } from '../persons/person-name';

/**
 * The words of a name without titles before it and letters after it. Two words are a name, whatever they look like:
 * `nameWords`, which searches go by, takes `Jack Ma` for a Master of Arts.
 */
function ownWords(name: string): string[] {
  const words = nameWords(`${name} ${NO_LETTERS}`).slice(0, -1);
  while (words.length > 2 && isLetters(words.at(-1)!)) words.pop();
  return words;
}

/** Keeps what stands before it from being taken for letters after a name. */
const NO_LETTERS = 'Xxxxxx';

/** `MBE`, `mbe`: known as letters after a name, and typed in one case, unlike the surname `Ma`. */
const isLetters = (word: string): boolean =>
  (word === word.toUpperCase() || word === word.toLowerCase()) && nameWords(`x ${word}`).length === 1;

/**
 * The name in a row as it is written on a certificate: without titles and letters after it, and `Whitfield, Amara` the right
 * way round.
 */
export function writtenName(text: string): string {
  const [last = '', first = '', ...more] = text.split(',');
  const isTurned = more.length === 0 && first.trim() !== '' && !first.trim().split(/\s+/).every(isLetters);
  return cleanName(ownWords(isTurned ? `${ownWords(first).join(' ')} ${last}` : text).join(' '));
}

/** What two names are compared by: capitals, accents, hyphens, spacing, titles and letters after them do not matter. */
export const nameKey = (name: string): string => foldName(ownWords(name).join(' ')).replaceAll(' ', '');

/** Whether they have a word in common: under another surname somebody may still be meant. */
export function shareWord(one: string, other: string): boolean {
  const words = (name: string) => foldName(ownWords(name).join(' ')).split(' ');
  const theirs = new Set(words(one));
  return nameKey(one) === nameKey(other) || words(other).some((word) => theirs.has(word));
}
