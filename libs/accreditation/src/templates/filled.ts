import { withoutBidiControls } from '@induct/platform';
import type { TEXT_PLACES } from './template';

/** What a name in braces stands for. */
export type TextPlace = (typeof TEXT_PLACES)[number];

const PLACE = /\{([A-Za-z]+)\}/g;

/**
 * A text with its places filled in: one pass, so that nothing that was filled in is read as a place again. Plain text in,
 * plain text out; whoever prints it escapes it. A name that stands for nothing stays as it was typed.
 */
export function filled(text: string, values: Readonly<Partial<Record<TextPlace, string>>>): string {
  const known = new Map<string, string>(Object.entries(values));
  return withoutBidiControls(text.replace(PLACE, (typed, name: string) => known.get(name) ?? typed)).normalize('NFC');
}
