import type { Declared } from '../declared/declared';
import { asPrinted } from './fact.rules';

/** The newest change of a fact or of a paragraph. */
export interface LastSaid {
  id: string;
  words: string | null;
}

/** What the council says itself in a module, beside what was signed. */
export interface OwnWords<Said extends LastSaid = LastSaid> {
  /** Of the change, as it is confirmed: the next one is another. */
  id: string;
  /** What is said, with what it is said of: whoever confirms it has read this. */
  text: string;
  said: Said;
  of: { fact: string } | { screen: string };
}

/** What of it a version has a place for. @param facts, paragraphs the newest change of each, by key and by screen */
export function ownWordsIn<Said extends LastSaid>(
  { facts: declared, screens }: Declared,
  facts: ReadonlyMap<string, Said>,
  paragraphs: ReadonlyMap<string, Said>,
): OwnWords<Said>[] {
  return [
    ...declared.flatMap(({ key, label }) => {
      const said = facts.get(key);
      const words = said?.words == null ? 'again what the module came with' : asPrinted(said.words);
      return said ? [{ id: `fact:${said.id}`, text: `${label}: ${words}`, said, of: { fact: key } }] : [];
    }),
    ...screens.flatMap(({ id, title }) => {
      const said = paragraphs.get(id);
      const words = said?.words ?? 'nothing of your own any more';
      return said
        ? [{ id: `paragraph:${said.id}`, text: `After the screen “${title}”: ${words}`, said, of: { screen: id } }]
        : [];
    }),
  ];
}

/** Whether an item that is to be confirmed is of this kind, and not one of the package. */
export const isOfOwnWords = (item: string): boolean => /^(fact|paragraph):\d+$/.test(item);
