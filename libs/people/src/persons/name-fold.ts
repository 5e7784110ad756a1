/**
 * The one fold of names: what a name and a search are brought to before they are compared. The database has the same fold
 * (`fold_name`), made of these very sets, which both read in the same way; a test compares the two.
 */
const FOLD = {
  /** Accents and other marks on letters of alphabets; vowel signs of Indian scripts are letters in all but name, and stay. */
  marks:
    '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
  /** Between words. */
  spaces: '\\u0009-\\u000d\\u0020\\u1680\\u002c\\u003b\\u060c\\u3001\\u3002',
  /** Hyphens, apostrophes, points and all that is neither letter nor number, and what is not seen. */
  dropped:
    '\\u0001-\\u0008\\u000e-\\u001f\\u0021-\\u002b\\u002d-\\u002f\\u003a\\u003c-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u02b9-\\u02df\\u0589\\u058a\\u05be\\u05c0\\u05c3\\u05c6\\u05f3\\u05f4\\u061b-\\u061f\\u066a-\\u066d\\u180e\\u200b-\\u206f\\u2070-\\u20cf\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3003-\\u3020\\u30fb\\ufe00-\\ufe0f\\ufe30-\\ufe4f\\ufeff',
  /** Letters that are not made of another one and a mark, one for one. */
  from: 'øłđðıħŧŋς',
  to: 'olddihtnσ',
  /** Letters that are two. */
  two: { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
} as const;

const MARKS = new RegExp(`[${FOLD.marks}]`, 'g');
const SPACES = new RegExp(`[${FOLD.spaces}]+`, 'g');
const DROPPED = new RegExp(`[${FOLD.dropped}]`, 'g');
const SINGLE = new Map(Array.from(FOLD.from, (letter, at) => [letter, Array.from(FOLD.to)[at]!]));
const LETTERS = new RegExp(`[${FOLD.from}${Object.keys(FOLD.two).join('')}]`, 'g');

/** `Siân  Llŷr Gwŷdd-Ŵyn` → `sian llyr gwyddwyn`: words of small letters and figures, with a space between. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LETTERS, (letter) => SINGLE.get(letter) ?? FOLD.two[letter as keyof typeof FOLD.two])
    .replace(DROPPED, '')
    .replace(SPACES, ' ')
    .replace(/^ | $/g, '');

/** The same, for PostgreSQL. */
export const FOLD_NAME_SQL = `
  create function fold_name(name text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(regexp_replace(${Object.entries(FOLD.two).reduce(
      (sql, [letter, two]) => `replace(${sql}, '${letter}', '${two}')`,
      `translate(lower(regexp_replace(normalize(name, nfkd), '[${FOLD.marks}]', '', 'g')), '${FOLD.from}', '${FOLD.to}')`,
    )}, '[${FOLD.dropped}]', '', 'g'), '[${FOLD.spaces}]+', ' ', 'g'))
  $$`;
