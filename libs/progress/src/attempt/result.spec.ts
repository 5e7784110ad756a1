import { bestOf, isComplete, lasting, type Result } from './result';

const failed: Result = { completion: 'completed', success: 'failed', score: 60 };
const done: Result = { completion: 'completed', success: 'unknown' };

it('the best of several attempts takes success and score from one that is complete, when there is one', () => {
  expect(bestOf([failed, done], 'best')).toEqual({ ...done, score: undefined, progress: undefined });
  expect(bestOf([failed, { ...done, success: 'passed', score: 40 }], 'best')).toMatchObject({ score: 40 });
  expect(bestOf([failed, { completion: 'incomplete', success: 'unknown' }], 'best')).toMatchObject(failed);
});

it('the score beside "not passed" is that of an attempt that was not passed', () => {
  const going: Result = { completion: 'incomplete', success: 'unknown', score: 100 };
  expect(bestOf([failed, going], 'best')).toMatchObject({ success: 'failed', score: 60 });
  expect(bestOf([failed, going], 'latest')).toMatchObject({ success: 'failed', score: 60 });
  expect(bestOf([{ ...failed, score: undefined }, going], 'best').score).toBeUndefined();
});

const completions = ['not_attempted', 'incomplete', 'completed'] as const;
const successes = ['unknown', 'failed', 'passed'] as const;
const all = completions.flatMap((completion) => successes.map((success): Result => ({ completion, success })));
const pairs = all.flatMap((before) => all.map((now) => ({ before, now })));

it('a result that was complete stays complete, and a pass stays a pass', () => {
  const after = pairs.map(({ before, now }) => ({ before, result: lasting(before, isComplete(before), now) }));
  expect(after.filter(({ before, result }) => isComplete(before) && !isComplete(result))).toEqual([]);
  expect(after.filter(({ before, result }) => before.success === 'passed' && result.success !== 'passed')).toEqual([]);
});
