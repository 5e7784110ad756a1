import { foldName } from '../persons/name-fold';
import { nameWords } from '../persons/name-words';
import { cleanName } from '../persons/person-name';

/**
 * The name in a row as it is written on a certificate: without titles and letters after it, and `Whitfield, Amara` the right
 * way round.
 */
export function writtenName(text: string): string {
  const [last = '', first = '', ...more] = text.split(',');
  const isTurned = more.length === 0 && nameWords(`x ${first}`).length > 1 && !/^\s*(jr|jnr|sr|snr)\b/i.test(first);
  return cleanName(nameWords(isTurned ? `${withoutTitle(first)} ${last}` : text).join(' '));
}

/** What two names are compared by: capitals, accents, hyphens, spacing, titles and letters after them do not matter. */
export const nameKey = (name: string): string => foldName(nameWords(name).join(' ')).replaceAll(' ', '');

/** Whether they have a word in common: under another surname somebody may still be meant. */
export function shareWord(one: string, other: string): boolean {
  const words = new Set(foldName(nameWords(one).join(' ')).split(' '));
  return (
    nameKey(one) === nameKey(other) ||
    foldName(nameWords(other).join(' '))
      .split(' ')
      .some((word) => words.has(word))
  );
}

const withoutTitle = (first: string): string => nameWords(first).join(' ');
