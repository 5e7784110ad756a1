import { AnswerDoesNotFit } from './feedback.errors';
import { type Answers, askedAfter, askedLater, fitting } from './what-is-asked';

const USUAL = [
  { kind: 'choice' as const, words: 'How good was it?', options: ['Good', 'Poor'] },
  { kind: 'text' as const, words: 'What was best?', options: [] },
];

describe('what is asked', () => {
  it('is chosen first and written last, and each planned outcome is asked back', () => {
    const asked = askedAfter(USUAL, ['Say what you do not know.', 'BBC: answer it', 'A budget: read one']);
    expect(asked.map(({ key, words }) => `${key} ${words}`)).toEqual([
      'q1 How good was it?',
      'o1 Can you now say what you do not know?',
      'o2 Can you now BBC: answer it?',
      'o3 Can you now a budget: read one?',
      'q2 What was best?',
    ]);
  });

  it('is after three months whether one can, and has', () => {
    expect(askedLater(['Skim', 'Read']).map(({ key, options }) => [key, options.length])).toEqual([
      ['o1', 3],
      ['u1', 3],
      ['o2', 3],
      ['u2', 3],
    ]);
    expect(askedLater([])).toEqual([]);
  });

  it('is answered by an option of each question; nobody has to write, and what was not asked is left out', () => {
    const asked = askedAfter(USUAL, []);
    expect(fitting(asked, { q1: 1, q2: '  ', q9: 'x' })).toEqual({ q1: 1 });
    expect(fitting(asked, { q1: 0, q2: ' The cases ' })).toEqual({ q1: 0, q2: 'The cases' });
    const wrong: Answers[] = [{}, { q1: 2 }, { q1: -1 }, { q1: 0.5 }, { q1: 'Good' }, { q1: 0, q2: 'x'.repeat(2001) }];
    for (const sent of wrong) expect(() => fitting(asked, sent)).toThrow(AnswerDoesNotFit);
  });
});
