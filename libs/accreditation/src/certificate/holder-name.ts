import { foldName, nameWords } from '@induct/people';

/** `Siân Rees-Pritchard` → `S. R.`: enough to recognise one's own certificate, too little to learn a name from it. */
export function initials(name: string): string {
  return nameWords(name)
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

const folded = (name: string): string => foldName(nameWords(name).join(' ')).replaceAll(' ', '');
