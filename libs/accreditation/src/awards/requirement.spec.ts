import { evaluate } from './requirement';

const done = (courseId: string) => ({
  courseId,
  completedAt: new Date('2026-11-22T14:32:00Z'),
  score: 90,
  learningSeconds: 1500,
  versionId: null,
});
const asked = (courseId: string) => ({ courseId, title: `About ${courseId}` });

describe('the requirements of core skills', () => {
  it('are met when every published core module is completed', () => {
    const result = evaluate([asked('a'), asked('b')], [done('b'), done('a'), done('other')]);
    expect(result).toEqual({
      met: true,
      evidence: [
        { ...done('a'), title: 'About a' },
        { ...done('b'), title: 'About b' },
      ],
    });
  });

  it('say what is missing', () => {
    expect(evaluate([asked('a'), asked('b')], [done('a')])).toEqual({ met: false, missing: [asked('b')] });
  });

  it('are met by nobody while no core module is published', () => {
    expect(evaluate([], [done('a')])).toEqual({ met: false, missing: [] });
  });
});
