import type { Check, QuestionKind } from './browser/course';
import { feedbackTo } from './browser/check-feedback';
import { question } from './test/small-course';

describe('what a check says', () => {
  const check = (kind: QuestionKind, right: string): Check => ({
    ...question(kind, right),
    feedback: { a: 'A.', b: 'B.', c: 'C.', 1: 'First.' },
    ifRight: 'Yes.',
    ifWrong: 'No.',
  });

  it.each([
    ['single', 'a', 'a', 'wise', 'That is right'],
    ['single', 'a', 'b', 'unwise', 'Not quite'],
    ['multiple', 'ac', 'a', 'partly', 'Right so far, but not all of them yet'],
    ['multiple', 'ac', 'ab', 'unwise', 'Not quite'],
    ['matching', 'cab', 'cba', 'partly', '1 of 3 is in the right place'],
    ['matching', 'cab', 'abc', 'unwise', 'Not quite'],
    ['ordering', 'bca', 'bac', 'partly', '1 of 3 is in the right place'],
    ['number', '28', '28', 'wise', 'That is right'],
    ['number', '28', '20', 'unwise', 'Not quite'],
  ] as const)('to %s, right %s, given %s: %s, "%s"', (kind, right, given, tone, verdict) => {
    expect(feedbackTo(check(kind, right), given, ['x', 'y', 'z'])).toMatchObject({ tone, verdict });
  });

  it('explains the pairs that fit, and does not give the others away', () => {
    const { html } = feedbackTo(check('matching', 'cab'), 'cba', ['Leader – x', 'Chair – y', 'Clerk – z']);
    expect(html).toContain('<b>Leader – x</b>: right. First.');
    expect(html).toContain('<b>Chair – y</b>: not this one.</li>');
  });
});
