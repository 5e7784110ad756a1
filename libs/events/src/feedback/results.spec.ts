import { resultsOf, shuffledBy } from './results';
import { askedAfter } from './what-is-asked';

const ASKED = askedAfter(
  [
    { kind: 'choice', words: 'How good was it?', options: ['Good', 'Neither', 'Poor'] },
    { kind: 'text', words: 'What was best?', options: [] },
  ],
  [],
);
const said = (q1: number, q2?: string) => ({ audience: 'member' as const, answers: { q1, ...(q2 && { q2 }) } });
const backwards = { invited: 20, shuffled: <T>(some: readonly T[]) => some.toReversed() };

describe('what came of a questionnaire', () => {
  it('is nothing at all of four answers, not even what was written', () => {
    const four = [said(0, 'One'), said(0), said(0), said(0)];
    expect(resultsOf(ASKED, four, backwards)).toEqual({ asked: 20, answered: null, questions: [], audiences: [] });
  });

  it('is said in pools of five, and what was written stands in another order', () => {
    const given = [said(0, 'One'), said(0), said(0, 'Two'), said(0), said(0), said(2, 'Three')];
    expect(resultsOf(ASKED, given, backwards)).toEqual({
      asked: 20,
      answered: 6,
      questions: [
        { key: 'q1', pools: [{ first: 0, last: 2, count: 6 }], texts: [] },
        { key: 'q2', pools: [], texts: ['Three', 'Two', 'One'] },
      ],
      audiences: [{ first: 0, last: 2, count: 6 }],
    });
  });

  it('is shuffled so that every order is as likely, and nothing is lost', () => {
    const orders = new Set<string>();
    for (const first of [0, 1, 2])
      for (const second of [0, 1]) {
        const numbers = [first, second];
        orders.add(shuffledBy(['a', 'b', 'c'], () => numbers.shift()!).join(''));
      }
    expect([...orders].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });
});
