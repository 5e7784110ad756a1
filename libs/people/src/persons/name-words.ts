const TITLES = new Set(
  'councillor cllr cyng cynghorydd mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady the rt right hon honourable alderman ald'.split(
    ' ',
  ),
);
const LETTERS_AFTER = new Set('mbe obe cbe kbe dbe jp dl bem frsa phd ba bsc ma msc'.split(' '));

/** The words of the name itself, without titles and letters after it. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFC')
    .split(/[\s,]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}]/gu, '');
  while (words.length > 1 && TITLES.has(plain(words[0]!))) words.shift();
  while (words.length > 1 && LETTERS_AFTER.has(plain(words.at(-1)!))) words.pop();
  return words;
}
