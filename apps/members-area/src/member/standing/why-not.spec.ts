import { aTree } from '../../../../../test/support/given-learning';
import { whyNot } from './why-not';

type Part = Parameters<typeof whyNot>[1][number];
const part = (sco: string, result: Partial<Part['result']>): Part => ({
  sco,
  result: { completion: 'incomplete', success: 'unknown', launches: {}, ...result },
});
const done = (sco: string) => part(sco, { completion: 'completed' });
const failed = (sco: string, value?: number) => {
  const at = { launch: 1, run: 1, seq: 1 };
  return part(sco, {
    completion: 'completed',
    success: 'failed',
    ...(value !== undefined && { score: { value, at } }),
  });
};

describe('why a module is not complete', () => {
  it('is which parts are not finished, those that were not opened among them', () => {
    const tree = aTree({ one: { title: 'Interests' }, two: { title: 'Gifts' }, three: { title: 'The test' } });
    expect(whyNot(tree, [done('one'), part('two', {})])).toEqual([
      'You have finished 1 of 3 parts. Still to finish: “Gifts”, “The test”.',
    ]);
  });

  it('names three parts at most', () => {
    const tree = aTree({
      a: { title: 'A' },
      b: { title: 'B' },
      c: { title: 'C' },
      d: { title: 'D' },
      e: { title: 'E' },
    });
    expect(whyNot(tree, [])).toEqual(['You have finished 0 of 5 parts. Still to finish: “A”, “B”, “C”, 2 more.']);
  });

  it('is what a test asks for, and what one had', () => {
    expect(whyNot(aTree({ one: { masteryScore: 80 } }), [failed('one', 70)])).toEqual([
      'Passing is 80%, and you had 70%.',
    ]);
    expect(whyNot(aTree({ one: { scaledPassingScore: 0.65 } }), [failed('one')])).toEqual(['Passing is 65%.']);
    expect(whyNot(aTree({ one: {} }), [failed('one', 70)])).toEqual(['The test is not passed yet, and you had 70%.']);
    const two = aTree({ one: { title: 'Reading' }, two: { title: 'The test', masteryScore: 80 } });
    expect(whyNot(two, [done('one'), failed('two', 79.99)])).toEqual([
      'Passing is 80% in “The test”, and you had 79.99%.',
    ]);
  });

  it('is nothing that is not known', () => {
    expect(whyNot(aTree({ one: {} }), [])).toEqual([]);
  });
});
