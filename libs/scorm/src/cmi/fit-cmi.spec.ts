import fc from 'fast-check';
import { COMMIT_LIMITS, fitCmi } from './fit-cmi';
import { readCmi } from './read-cmi';

const answers = (count: number, answer: unknown = { id: 'q', type: 'choice', student_response: 'a' }) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index, answer]));

describe('a snapshot that is taken', () => {
  const whole = {
    suspend_data: 'x'.repeat(1024 * 1024),
    core: { lesson_status: 'passed', score: { raw: '80', min: '', max: '' }, lesson_location: 'p7', exit: 'suspend' },
    objectives: { 0: { id: 'o', status: 'passed', score: { raw: '1' } } },
    interactions: answers(250, {
      id: 'q1',
      objectives: { 0: { id: 'o' } },
      correct_responses: { 0: { pattern: 'a' } },
      student_response: 'y'.repeat(3_000),
    }),
    student_preference: { audio: '1' },
  };

  it('is left as it is, letter by letter, when it is what SCORM promises and more', () => {
    const { cmi, leftOut } = fitCmi(whole);
    expect(leftOut).toEqual([]);
    expect(JSON.stringify(cmi)).toBe(JSON.stringify(whole));
  });

  it('takes long answers', () => {
    const answer = 'w'.repeat(6_000);
    const { cmi, leftOut } = fitCmi({ interactions: answers(1, { id: 'q', learner_response: answer }) });
    expect([cmi, leftOut]).toEqual([{ interactions: { 0: { id: 'q', learner_response: answer } } }, []]);
  });

  it('loses no result, place or suspend data to a list that is too long: the newest answers are kept, and it is said', () => {
    const { cmi, leftOut } = fitCmi({ ...whole, interactions: answers(5_000) });
    expect(leftOut).toEqual(['interactions']);
    expect(cmi).toMatchObject({ core: whole.core, suspend_data: whole.suspend_data });
    const kept = Object.keys(cmi.interactions as object);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([COMMIT_LIMITS.interactions, '4000', '4999']);
  });

  it('loses none to answers that are too large together, in whatever order they come', () => {
    const interactions = answers(100, { id: 'q', student_response: 'z'.repeat(60_000) });
    const { cmi, leftOut } = fitCmi({ interactions, core: whole.core });
    expect(leftOut).toContain('interactions');
    expect(cmi.core).toEqual(whole.core);
    expect(Object.keys(cmi.interactions as object).at(-1)).toBe('99');
  });

  it('has no names that SCORM does not have, and no values that are none', () => {
    const sent = { core: { lesson_status: 'passed', junk: 'x' }, junk: 'y'.repeat(2_000_000), __proto__: { a: 1 } };
    expect(fitCmi(sent)).toEqual({ cmi: { core: { lesson_status: 'passed' } }, leftOut: ['unknown'] });
    expect(fitCmi({ core: 'passed', location: { deep: 1 }, interactions: answers(3, null) })).toEqual({
      cmi: { core: 'passed', interactions: {} },
      leftOut: [],
    });
  });

  it('is never larger than the limits, is not changed by a second look, and reads the same', () => {
    const names = fc.constantFrom(
      'core',
      'score',
      'raw',
      'interactions',
      'objectives',
      'id',
      'lesson_status',
      '0',
      '9',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean()),
        fc.dictionary(names, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(names, tree), (sent) => {
        const { cmi } = fitCmi(sent);
        expect(fitCmi(cmi)).toEqual({ cmi, leftOut: [] });
        expect(readCmi('scorm_12', cmi)).toEqual(readCmi('scorm_12', sent));
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
