/** What the first letter of a Welsh word becomes after other words: soft, nasal, aspirate. A soft g goes away. */
const MUTATIONS: Readonly<Record<string, readonly string[]>> = {
  c: ['g', 'ngh', 'ch'],
  p: ['b', 'mh', 'ph'],
  t: ['d', 'nh', 'th'],
  g: ['', 'ng'],
  b: ['f', 'm'],
  d: ['dd', 'n'],
  ll: ['l'],
  m: ['f'],
  rh: ['r'],
};

/** Letters of the alphabet, and of a mutation, that are written with several: the longest first. */
const INITIAL = /^(?:ngh|ng|mh|nh|ch|dd|ff|ll|ph|rh|th|[a-z])/;
/** What a word begins with whose g went away: "ardd", "lan", "raddau". */
const WITHOUT_G = /^(?:[aeiouwy]|l(?!l)|r(?!h))/;
/** After "ei" (hers), "ein" and "eu". */
const VOWEL = /^[aeiouwy]/;
const H_AND_VOWEL = /^h(?=[aeiouwy])/;

/** Shorter ones are the words that mutate others; their forms would be anything. */
const WORD = /^[a-z]{3,}$/;

/**
 * A Welsh word as it stands in a dictionary and in texts: whichever form somebody looks for, they mean all of them. Which word
 * was meant cannot be told from a form ("fan": a van, "ban" or "man"), so those of every word that it may be are among them.
 * @param word in small letters without accents
 * @returns itself first
 */
export function welshForms(word: string): string[] {
  if (!WORD.test(word)) return [word];
  return [...new Set([word, ...radicalsOf(word).flatMap((radical) => [radical, ...mutationsOf(radical)])])];
}

const initialOf = (word: string): string => INITIAL.exec(word)?.[0] ?? '';

/** What a form may come from, itself too. */
function radicalsOf(form: string): string[] {
  const initial = initialOf(form);
  const rest = form.slice(initial.length);
  return [
    form,
    ...Object.entries(MUTATIONS).flatMap(([radical, forms]) => (forms.includes(initial) ? [radical + rest] : [])),
    ...(WITHOUT_G.test(form) ? [`g${form}`] : []),
    ...(H_AND_VOWEL.test(form) ? [form.slice(1)] : []),
  ];
}

function mutationsOf(radical: string): string[] {
  if (VOWEL.test(radical)) return [`h${radical}`];
  const initial = initialOf(radical);
  const rest = radical.slice(initial.length);
  return (MUTATIONS[initial] ?? []).map((form) => form + rest);
}

/** A word in the text of a `tsquery`; one with a sign of its own in it is left alone. */
const LEXEME = /'((?:[^']|'')*)'/g;

/** A query of PostgreSQL, as text, that finds each word in every form. */
export const inEveryForm = (query: string): string =>
  query.replace(LEXEME, (lexeme, word: string) => {
    const forms = welshForms(word);
    return forms.length === 1 ? lexeme : `( ${forms.map((form) => `'${form}'`).join(' | ')} )`;
  });
