import { unprintable } from '@induct/platform';
import { NameCannotBePrinted } from './people.errors';
import { cleanName } from './person-name';

/**
 * What is wrong with a name that was entered, in a form's words: a certificate bears it later, so every letter must be one
 * that certificates have. Undefined: nothing.
 */
export function whyNotPrintable(name: string): string | undefined {
  const letters = unprintable(cleanName(name));
  if (letters.length === 0) return undefined;
  return `Certificates cannot print ${letters.join(' ')}. Enter the name in letters that they can, for example as it is written in English`;
}

/** @throws NameCannotBePrinted */
export function mustBePrintable(name: string): void {
  const why = whyNotPrintable(name);
  if (why !== undefined) throw new NameCannotBePrinted(`${why}.`);
}
