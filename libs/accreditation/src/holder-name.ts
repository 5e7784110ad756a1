const TITLES = new Set(
  'councillor cllr cyng cynghorydd mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady the rt right hon honourable alderman ald'.split(
    ' ',
  ),
);
const LETTERS_AFTER = new Set('mbe obe cbe kbe dbe jp dl bem frsa phd ba bsc ma msc'.split(' '));

/** `Siân Rees-Pritchard` → `S. R.`: enough to recognise one's own certificate, too little to learn a name from it. */
export function initials(name: string): string {
  return wordsOf(name)
    .map((word) => `${Array.from(word)[0]!.toUpperCase()}.`)
    .join(' ');
}

/**
 * Is it the same name? Capitals, accents, hyphens, spacing, titles and letters after the name do not matter; every
 * other word does, in its order.
 */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a.length > 0 && a === b;
}

function folded(name: string): string {
  return wordsOf(name)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđð]/g, (letter) => ({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd' })[letter]!)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of the name itself, without titles and letters after it. */
function wordsOf(name: string): string[] {
  const words = name
    .normalize('NFC')
    .split(/[\s,]+/u)
    .filter((word) => /\p{L}/u.test(word));
  const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}]/gu, '');
  while (words.length > 1 && TITLES.has(plain(words[0]!))) words.shift();
  while (words.length > 1 && LETTERS_AFTER.has(plain(words.at(-1)!))) words.pop();
  return words;
}
