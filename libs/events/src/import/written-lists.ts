import { foldTitle } from './fold-title';

const pieces = (text: string | undefined, between: RegExp): string[] =>
  (text ?? '').split(between).flatMap((piece) => piece.trim() || []);

/** `Ashford; Swale` */
export const writtenList = (text: string | undefined): string[] => pieces(text, /[;\n|]/);

/** `Ashford, Swale`: of what has no comma in itself. */
export const writtenNames = (text: string | undefined): string[] => pieces(text, /[;,\n|]/);

/** Which of some things are meant, by any of their names; those that none has, as they were written. */
export function meant<T>(written: readonly string[], things: readonly T[], names: (thing: T) => readonly string[]) {
  const byName = new Map(things.flatMap((thing) => names(thing).map((name) => [foldTitle(name), thing] as const)));
  const found = written.map((text) => ({ text, thing: byName.get(foldTitle(text)) }));
  return {
    things: found.flatMap(({ thing }) => (thing === undefined ? [] : [thing])),
    unknown: found.flatMap(({ text, thing }) => (thing === undefined ? [text] : [])),
  };
}
