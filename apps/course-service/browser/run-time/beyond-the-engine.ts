import { patternOf } from './data-model';
import type { Dialect } from './dialect';

/** The most that the tracker keeps of one value: see libs/scorm, fit-cmi.ts. */
const LONGEST_VALUE = 64_000;
/** Of what SCORM 2004's collections hold, in which answers are the longest. */
export const LONGEST_ANSWER = 131_072;

/** The tracker reads no more of one commit, and then keeps the newest of these. */
const MOST_INTERACTIONS = 5_000;

export const isBeyondAllAnswers = (name: string): boolean =>
  Number(/^cmi\.interactions\.(\d+)\./.exec(name)?.[1] ?? 0) >= MOST_INTERACTIONS;

/**
 * A value that scorm-again refuses for its size alone, and what it takes in its place to say whether the rest of its
 * rules are kept; undefined when it is none.
 */
export function beyondTheEngine(dialect: Dialect, name: string, value: string): { engineTakes: string } | undefined {
  const pattern = patternOf(name);
  if (dialect.points.test(pattern)) return isBeyondHundred(value) ? { engineTakes: '100' } : undefined;
  const text = dialect.longTexts.find(({ names }) => names.test(pattern));
  if (!text || value.length <= text.engineTakes || value.length > LONGEST_VALUE) return undefined;
  return { engineTakes: value.slice(0, text.engineTakes) };
}

const isBeyondHundred = (value: string): boolean => /^\d{1,10}(\.\d{0,7})?$/.test(value) && Number(value) > 100;
