import { foldName } from './name-fold';
import { nameWords } from './name-words';

/** From so many letters on, a search is found across the words of a name: `vanderberg` in `van der Berg`. */
const ACROSS_WORDS = 5;
/** What no folded name holds. */
const NOTHING = '-';

/**
 * What to look for in folded names: the pattern of all words together, then one for each word. In any order, so that
 * `Whitfield, Amara` finds her. Goes with `NAME_IS_FOUND`. @returns null when nothing is searched for
 */
export function nameSearch(typed: string | null | undefined): string[] | null {
  if (!typed?.trim()) return null;
  const words = foldName(nameWords(typed).join(' ')).split(' ').filter(Boolean);
  if (words.length === 0) return [NOTHING, NOTHING];
  const whole = words.join('');
  return [whole.length < ACROSS_WORDS ? NOTHING : `%${whole}%`, ...words.map((word) => `%${word}%`)];
}

/** Whether a folded name holds what `nameSearch` made; the parameter is a text[] and not null. */
export const NAME_IS_FOUND = (column: string, parameter: string): string =>
  `(${column} like all ((${parameter}::text[])[2:]) or replace(${column}, ' ', '') like (${parameter}::text[])[1])`;
