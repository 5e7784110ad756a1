import fc from 'fast-check';
import { topicsMet } from './topics-met';

const morning = { number: 1, on: '2026-12-01', topics: ['conduct', 'bribery'] };
const afternoon = { number: 2, on: '2026-12-02', topics: ['conduct'] };
const was =
  (...numbers: number[]) =>
  (number: number) =>
    numbers.includes(number) ? 'present' : 'absent';

describe('what somebody has shown by being there', () => {
  it('is a topic when they were at every part that names it, on the day of the last', () => {
    expect([...topicsMet([morning, afternoon], was(1, 2))]).toEqual([
      ['conduct', '2026-12-02'],
      ['bribery', '2026-12-01'],
    ]);
    expect([...topicsMet([morning, afternoon], was(1))]).toEqual([['bribery', '2026-12-01']]);
    expect([...topicsMet([morning, afternoon], was(2))]).toEqual([]);
  });

  it('is nothing where nothing was written down, or of a session without topics', () => {
    expect(topicsMet([morning], () => undefined).size).toBe(0);
    expect(topicsMet([morning], () => 'apologies').size).toBe(0);
    expect(topicsMet([{ ...morning, topics: [] }], was(1)).size).toBe(0);
  });

  it('is never less when they were at more', () => {
    const topics = fc.subarray(['a', 'b', 'c']);
    const parts = fc
      .array(topics, { maxLength: 5 })
      .map((all) => all.map((named, at) => ({ number: at + 1, on: `2026-12-0${at + 1}`, topics: named })));
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(parts, numbers, numbers, (all, some, others) => {
        const [less, more] = [topicsMet(all, was(...some)), topicsMet(all, was(...some, ...others))];
        expect([...less.keys()].every((topic) => more.has(topic))).toBe(true);
      }),
    );
  });
});
