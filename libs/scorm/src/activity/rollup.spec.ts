import type { Activity, ActivityTree, RollupSettings } from './activity-tree';
import type { ScoResult } from './result';
import { rollup } from './rollup';

const item = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  title: id,
  href: `${id}.html`,
  scormType: 'sco',
  visible: true,
  children: [],
  ...more,
});
const course = (...children: Activity[]): ActivityTree => ({
  standard: 'scorm_12',
  edition: '1.2',
  title: 'Course',
  identifier: 'course',
  organizations: 1,
  needsSequencing: false,
  root: { id: 'root', title: 'Course', visible: true, children },
});
const counts = (settings: Partial<RollupSettings>): Partial<Activity> => ({
  rollup: { success: true, completion: true, scoreWeight: 1, progressWeight: 1, ...settings },
});
const done: ScoResult = { completion: 'completed', success: 'unknown' };
const passed: ScoResult = { completion: 'completed', success: 'passed', score: 90 };
const failed: ScoResult = { completion: 'completed', success: 'failed', score: 30 };
const results = (all: Record<string, ScoResult>) => new Map(Object.entries(all));

describe('what the SCOs make of the course', () => {
  it('is the SCO itself when there is one', () => {
    const one: ScoResult = { completion: 'incomplete', success: 'passed', score: 12, progress: 0.4 };
    expect(rollup(course(item('a')), results({ a: one }))).toEqual(one);
  });

  it('is nothing before the first one', () => {
    expect(rollup(course(item('a'), item('b')), new Map())).toEqual({
      completion: 'not_attempted',
      success: 'unknown',
      progress: 0,
    });
  });

  it('is incomplete until the last one is done, and says how far', () => {
    const tree = course(item('a'), item('b'), item('c'), item('d'));
    expect(rollup(tree, results({ a: done, b: { ...done, completion: 'incomplete', progress: 0.5 } }))).toEqual({
      completion: 'incomplete',
      success: 'unknown',
      progress: 0.375,
    });
    expect(rollup(tree, results({ a: done, b: done, c: done, d: done })).completion).toBe('completed');
  });

  it('is passed when the test is passed and the rest is done, and not before', () => {
    const tree = course(item('text'), item('test'));
    expect(rollup(tree, results({ test: passed }))).toMatchObject({ completion: 'incomplete', success: 'unknown' });
    expect(rollup(tree, results({ test: passed, text: done }))).toMatchObject({
      completion: 'completed',
      success: 'passed',
      score: 90,
    });
  });

  it('is failed as long as one is failed', () => {
    const tree = course(item('one'), item('two'));
    expect(rollup(tree, results({ one: passed, two: failed }))).toMatchObject({ success: 'failed', score: 60 });
  });

  it('finds the SCOs in chapters, and leaves out what nobody can choose', () => {
    const chapter: Activity = { id: 'ch', title: 'Chapter', visible: true, children: [item('a'), item('b')] };
    const tree = course(chapter, item('hidden', { visible: false }));
    expect(rollup(tree, results({ a: done, b: done })).completion).toBe('completed');
    expect(rollup(course(item('hidden', { visible: false })), results({ hidden: done })).completion).toBe('completed');
  });

  it('counts only what the manifest of SCORM 2004 lets count', () => {
    const tree = course(
      item('text', counts({ success: false, completion: false, scoreWeight: 0, progressWeight: 0.25 })),
      item('test', counts({ progressWeight: 0.75 })),
    );
    expect(rollup(tree, results({ test: passed, text: { ...failed, completion: 'incomplete' } }))).toEqual({
      completion: 'completed',
      success: 'passed',
      score: 90,
      progress: 0.75,
    });
  });
});
