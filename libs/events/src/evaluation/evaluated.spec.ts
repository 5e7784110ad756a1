import { array, assert, nat, property } from 'fast-check';
import { evaluated, type PublishedRound } from './evaluated';
import { pooled } from '../feedback/pools';

const OPTIONS = ['Very good', 'Good', 'Poor'];
const round = (counts: readonly number[], more: Partial<PublishedRound> = {}, options = OPTIONS): PublishedRound => {
  const answered = counts.reduce((sum, count) => sum + count, 0);
  const pools = pooled(counts);
  return {
    stage: 'after',
    asked: [{ key: 'q1', kind: 'choice', words: 'How was it?', options }],
    results: {
      asked: 30,
      answered: answered < 5 ? null : answered,
      questions: [{ key: 'q1', pools, texts: [] }],
      audiences: [],
    },
    ...more,
  };
};

describe('what is known of an event', () => {
  it('is summed up from what is published of its sessions, and says from how many', () => {
    // Of the second only six and the rest is published, of the third nothing can be divided, and the fourth is not over.
    const rounds = [
      round([12, 6, 5]),
      round([6, 3, 2]),
      round([9, 0, 0]),
      round([8, 8, 8], { results: null }),
      round([2, 1, 1]),
    ];
    expect(evaluated(rounds)).toEqual({
      rating: { options: ['Very good'], first: 18, of: 34, from: 2, without: 1 },
      now: null,
      later: null,
      used: null,
      silent: 2,
    });
  });

  it('is divided where most answers can be', () => {
    expect(evaluated([round([2, 9, 6]), round([1, 6, 7])]).rating).toMatchObject({
      options: ['Very good', 'Good'],
      first: 18,
      of: 31,
    });
    expect(evaluated([]).rating).toBeNull();
  });

  it('leaves out what was asked otherwise', () => {
    const other = round([9, 9], {}, ['Yes', 'No']);
    expect(evaluated([other, round([6, 6, 0])]).rating).toMatchObject({ first: 6, of: 12, from: 1, without: 1 });
  });

  it('asks of each outcome whether people can, and whether they have', () => {
    const question = (key: string) => ({ key, kind: 'choice' as const, words: key, options: ['Yes', 'No'] });
    const later: PublishedRound = {
      stage: 'later',
      asked: ['o1', 'u1', 'o2', 'u2'].map(question),
      results: {
        asked: 20,
        answered: 12,
        audiences: [],
        questions: ['o1', 'u1', 'o2', 'u2'].map((key) => ({
          key,
          pools: pooled(key === 'u1' ? [5, 7] : [7, 5]),
          texts: [],
        })),
      },
    };
    const found = evaluated([later]);
    expect([found.now, found.later?.first, found.later?.of, found.used?.first]).toEqual([null, 14, 24, 12]);
  });

  it('says nothing that is not said by what is published: other answers published alike give the same', () => {
    const table = array(nat(9), { minLength: 3, maxLength: 3 });
    assert(
      property(array(table, { minLength: 1, maxLength: 4 }), (tables) => {
        const known = tables.map((counts) => round(counts));
        const { rating } = evaluated(known);
        const sums = known.flatMap(({ results }) => results!.questions[0]!.pools).length;
        expect(rating === null || sums > 1).toBe(true);
        expect(rating === null || (rating.first >= 5 && rating.of - rating.first >= 5)).toBe(true);
      }),
    );
  });
});
