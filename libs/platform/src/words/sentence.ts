import type { Language } from './language';
import type { Sentence } from './word-list';

const GAP = /⟨(\/?\d+)⟩/g;

const plurals: Partial<Record<Language, Intl.PluralRules>> = {};

/** Which form a number takes: `two` for 2 in Welsh. @param count as a number, or as it is written: `1,204` */
export function pluralForm(language: Language, count: unknown): Intl.LDMLPluralRule {
  const number = typeof count === 'number' ? count : Number(String(count).replaceAll(',', ''));
  if (Number.isNaN(number)) return 'other';
  const rules = (plurals[language] ??= new Intl.PluralRules(language));
  return rules.select(number);
}

/** A sentence in its pieces: text, and at every odd place the name of a gap: `0`, `/0`. */
export const piecesOf = (sentence: string): string[] => sentence.split(GAP);

/** The gaps of a sentence in their order. */
export const gapsOf = (sentence: string): string[] => piecesOf(sentence).filter((_, at) => at % 2 === 1);

/** Every text of a sentence that has one for each number. */
export const formsOf = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence).filter((form) => form !== undefined);

/** Puts values into the gaps of a sentence, in the form that the first of them asks for. */
export function fill(language: Language, sentence: Sentence, values: readonly (string | number)[]): string {
  const text = typeof sentence === 'string' ? sentence : (sentence[pluralForm(language, values[0])] ?? sentence.other);
  return text.replace(GAP, (gap, nth: string) => String(values[Number(nth)] ?? gap));
}
