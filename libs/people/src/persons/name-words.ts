const TITLES = new Set(
  'councillor cllr cyng cynghorydd mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady the rt right hon honourable alderman ald'.split(
    ' ',
  ),
);
const LETTERS_AFTER = new Set('mbe obe cbe kbe dbe jp dl bem frsa phd bsc msc'.split(' '));
/** Degrees that are surnames as well. */
const LETTERS_OR_SURNAME = new Set(['ba', 'ma']);

/** The words of the name itself, without titles and letters after it. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFC')
    .split(/[\s,]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 1 && TITLES.has(plain(words[0]!))) words.shift();
  while (words.length > 1 && isLetters(words.at(-1)!, words)) words.pop();
  return words;
}

/** `Siân Rees MA` is a Master of Arts. `Jack Ma` is not, and neither may be `SIÂN REES MA`: a name loses nothing that may be its own. */
function isLetters(word: string, words: readonly string[]): boolean {
  if (!LETTERS_OR_SURNAME.has(plain(word))) return LETTERS_AFTER.has(plain(word));
  return words.length > 2 && isCapitals(word) && !words.every(isCapitals);
}

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}]/gu, '');
const isCapitals = (word: string) => word === word.toUpperCase();
