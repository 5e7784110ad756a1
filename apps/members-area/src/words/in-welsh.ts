import type { Said } from '@induct/accreditation';

/** What stands in Welsh beside an English text; a piece in English, because nobody has named it in Welsh, says that it is. */
export type InWelsh = { text: string; lang: string; before: string }[];

/**
 * Nothing when none of it is Welsh, or it is the same as in English: a percentage.
 * @param english the text that it stands beside
 */
export function inWelsh(english: string, said: readonly (Said | undefined)[], between = ', '): { welsh?: InWelsh } {
  const pieces = said.filter((piece) => piece !== undefined);
  const isWelsh = pieces.some(({ text, lang }) => lang === undefined && text !== english);
  if (!isWelsh) return {};
  return { welsh: pieces.map(({ text, lang }, at) => ({ text, lang: lang ?? 'cy', before: at === 0 ? '' : between })) };
}
