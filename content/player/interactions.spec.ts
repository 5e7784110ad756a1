import type { Question } from './browser/course';
import { scorm12 } from './browser/scorm-12';
import { scorm2004 } from './browser/scorm-2004';
import { question } from './test/small-course';

describe('answers in SCORM 1.2 and 2004', () => {
  const now = new Date(Date.UTC(2026, 10, 22, 9, 5, 7, 80));
  const words = (edition: typeof scorm12, asked: Question, given: string) => {
    const text = 'x'.repeat(300);
    const entries = edition.interaction(
      { question: asked, text, weight: 1, attempt: 2, given, right: false, seconds: 3 },
      now,
    );
    const all = Object.fromEntries(entries);
    return [all['correct_responses.0.pattern'], all.student_response ?? all.learner_response];
  };

  it.each([
    [question('multiple', 'ac'), 'ab', ['a,c', 'a,b'], ['a[,]c', 'a[,]b']],
    [question('true-false', 'a'), 'b', ['t', 'f'], ['true', 'false']],
    [question('matching', 'ba'), 'ab', ['1.b,2.a', '1.a,2.b'], ['1[.]b[,]2[.]a', '1[.]a[,]2[.]b']],
    [question('ordering', 'bac'), 'abc', ['b,a,c', 'a,b,c'], ['b[,]a[,]c', 'a[,]b[,]c']],
    [question('number', '0.3', { tolerance: 0.1 }), '7', ['0.3', '7'], ['0.2[:]0.4', '7']],
  ])('%j', (asked, given, in12, in2004) => {
    expect(words(scorm12, asked, given)).toEqual(in12);
    expect(words(scorm2004, asked, given)).toEqual(in2004);
  });

  it('have a number of their own for every try, and a text no longer than a platform keeps', () => {
    const entries = scorm2004.interaction(
      {
        question: question('single', 'a'),
        text: 'x'.repeat(300),
        weight: 1,
        attempt: 2,
        given: 'a',
        right: true,
        seconds: 3,
      },
      now,
    );
    expect(entries[0]).toEqual(['id', 'q.2']);
    expect(Object.fromEntries(entries).description).toHaveLength(250);
  });
});
