import { compareOrder, type Order } from './order';

/** Which of several scores counts: a setting of the registration. */
export type ScorePolicy = 'best' | 'latest' | 'first';

/** Per cent, 0 to 100, and the commit that reported it. */
export interface Scored {
  value: number;
  at: Order;
}

/**
 * The score that counts. `first` is what the first scored run ended with: within a run a score grows question by
 * question, so its newest commit speaks for it.
 */
export function joinScores(policy: ScorePolicy, a: Scored | undefined, b: Scored | undefined): Scored | undefined {
  if (!a || !b) return a ?? b;
  const order = compareOrder(a.at, b.at);
  if (policy === 'latest') return order < 0 ? b : a;
  if (policy === 'first') {
    const sameRun = a.at.launch === b.at.launch && a.at.run === b.at.run;
    return order < 0 === sameRun ? b : a;
  }
  if (a.value !== b.value) return a.value < b.value ? b : a;
  return order < 0 ? a : b;
}
