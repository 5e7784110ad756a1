import type { Words } from './properties';

export type Press = 'continue' | 'previous' | 'exit-all' | 'suspend-all';

/** What a tester does between two visits, in this order. */
export type Step =
  | { press: Press }
  /** An activity, by its title. */
  | { choose: string }
  /** The attempt has to be over without a press. */
  | { waitForTheEnd: true }
  | { launch: string };

/**
 * What a tester does who is told this.
 * @param key `Choice~Activity 3` and its like
 * @param words the suite's book of instructions
 */
export function stepsOf(key: string, words: Words): Step[] {
  if (key === '') return [];
  const [name = '', ...given] = key.split('~');
  const text = words(name, ...given);
  const steps: Step[] = [];
  const pressed = /trigger an? (?:<b>)?(Continue|Previous|Exit All|Suspend All)\b/.exec(text)?.[1];
  if (pressed) steps.push({ press: pressed.toLowerCase().replace(' ', '-') as Press });
  else if (/exit the package/.test(text)) steps.push({ press: 'exit-all' });
  const target = /target <b>(.+?)<\/b> for a Choice/.exec(text)?.[1];
  if (target) steps.push({ choose: target });
  const launched = /launch(?:<\/b>)? LMS Test Content Package (?:<b>)?([\w-]+)/.exec(text)?.[1];
  const ends = /attempt should (have )?end|Session should end/.test(text) && !text.includes('remain active');
  if (launched || ends) steps.push({ waitForTheEnd: true });
  if (launched) steps.push({ launch: launched });
  const next = /(?:choose|launch) <b>(.+?)<\/b>/.exec(text)?.[1];
  if (next && next !== launched) steps.push({ choose: next });
  return steps;
}
