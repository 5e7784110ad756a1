import type { LayoutProblem } from './layout.page';

/** Texts run into one another or off the paper; it is not printed. */
export class LayoutIsWrong extends Error {
  constructor(readonly problems: readonly LayoutProblem[]) {
    super(`The layout has no room for ${[...new Set(problems.map(namedText))].join('; ')}`);
    this.name = 'LayoutIsWrong';
  }
}

/** A holder's name is not written into logs and lists of failed jobs. */
const NAMED: Record<string, string> = { name: 'the holder’s name', who: 'the name of a signatory' };

function namedText({ place, text }: LayoutProblem): string {
  const named = NAMED[place.split(' ')[0]!];
  if (named) return named;
  return place.startsWith('title') ? `the title “${text}”` : `the text “${text}”`;
}
