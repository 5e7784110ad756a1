import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import type { Language } from './language';

const Forms = z.strictObject({
  zero: z.string().min(1).optional(),
  one: z.string().min(1).optional(),
  two: z.string().min(1).optional(),
  few: z.string().min(1).optional(),
  many: z.string().min(1).optional(),
  other: z.string().min(1),
});

const WordFile = z.strictObject({
  /** Null: no translator has read it. Readers are told. */
  reviewed: z.strictObject({ by: z.string().min(1), on: z.iso.date() }).nullable(),
  words: z.record(z.string(), z.union([z.string().min(1), Forms])),
});

/** How a language counts (CLDR): `zero` to `other`. A form a language does not need is left out. */
export type PluralForms = z.infer<typeof Forms>;

/** A whole sentence; several where it depends on a number, which is its `⟨0⟩`. */
export type Sentence = string | PluralForms;

export interface WordList {
  /** A translator has signed it. */
  isReviewed: boolean;
  /** @param english with `⟨0⟩`, `⟨1⟩` … for what is put in */
  find(english: string): Sentence | undefined;
  /** What it has, in English. */
  keys(): Iterable<string>;
}

const NOTHING: WordList = { isReviewed: true, find: () => undefined, keys: () => [] };
const lists = new Map<Language, WordList>([['en', NOTHING]]);

/** @throws when the file is not as a list of words is */
export const readWordFile = (text: string): z.infer<typeof WordFile> => WordFile.parse(JSON.parse(text));

export const wordFilePath = (language: Language): string => join(projectRoot, 'content/words', `${language}.json`);

/** What a language says for our English: `content/words/<language>.json`, read once. */
export function wordList(language: Language): WordList {
  let list = lists.get(language);
  if (!list) {
    const { reviewed, words } = readWordFile(readFileSync(wordFilePath(language), 'utf8'));
    const known = new Map(Object.entries(words));
    list = { isReviewed: reviewed !== null, find: (english) => known.get(english), keys: () => known.keys() };
    lists.set(language, list);
  }
  return list;
}

/**
 * Tests have languages of their own. Templates that were read before keep what they say.
 * @returns speaks as before: the next file of tests shares what is loaded
 */
export function speakInstead(language: Language, list: WordList): () => void {
  const before = lists.get(language);
  lists.set(language, list);
  return () => void (before ? lists.set(language, before) : lists.delete(language));
}
