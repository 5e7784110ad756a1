import { unprintable, withoutBidiControls } from '@induct/platform';
import { TEXT_PLACES } from '../certificate/template';
import type { TextRule } from './text-rules';

/** Something that a browser would read as markup, were it not escaped. */
const MARKUP = /<\/?[a-z!?][^<>]{0,40}>?|&(?:[a-z]{2,8}|#\d{2,5});/i;
const BRACED = /\{([^{}]{0,40})\}/g;

/** A text as it is kept: one line, letters with their marks as one, nothing that is not to be seen. */
export const tidied = (text: string): string => withoutBidiControls(text).normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Why a text cannot be printed as it is, and what to do, in a form's words; undefined when it can.
 * @param text tidied
 */
export function textProblem(text: string, { longest, places, needs }: TextRule): string | undefined {
  if (text.length > longest) return `It must be ${longest} characters or fewer; it has ${text.length}`;
  const markup = MARKUP.exec(text)?.[0];
  if (markup !== undefined) return `Take ${markup} out: a text is printed letter by letter, and so would this be`;
  const letters = unprintable(text);
  if (letters.length > 0) return `Certificates cannot print ${letters.join(' ')}. Write it in other letters`;
  return bracesProblem(text, places) ?? needProblem(text, needs);
}

function bracesProblem(text: string, places: TextRule['places']): string | undefined {
  const named = Array.from(text.matchAll(BRACED), ([, name]) => name!);
  if (/[{}]/.test(text.replace(BRACED, '')))
    return `Write each name in one pair of braces, ${example(places)}, and no other braces`;
  for (const name of named) {
    if (!places.some((place) => place === name)) return unknownPlace(name, places);
    if (named.filter((other) => other === name).length > 1) return `{${name}} may stand here once`;
  }
  return undefined;
}

function unknownPlace(name: string, places: TextRule['places']): string {
  const isElsewhere = TEXT_PLACES.some((place) => place === name);
  const why = isElsewhere ? `{${name}} cannot stand in this text` : `{${name}} stands for nothing`;
  if (places.length === 0) return `${why}: take it out, nothing is filled in here`;
  return `${why}: write ${inBraces(places)}, or take it out`;
}

const needProblem = (text: string, needs: TextRule['needs']): string | undefined =>
  needs !== undefined && !text.includes(`{${needs}}`)
    ? `Write {${needs}} where its name belongs, so that the certificate says what it is for`
    : undefined;

const example = (places: TextRule['places']) => `such as {${places[0] ?? 'scheme'}}`;

/** `{scheme} or {edition}` */
function inBraces(places: readonly string[]): string {
  const names = places.map((place) => `{${place}}`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
