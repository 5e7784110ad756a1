import type { Activity, ActivityTree } from '../activity/activity-tree';
import { listedParts, partsToPlay } from './play-state';
import { rollup } from '../activity/rollup';

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
  standard: 'scorm_2004',
  edition: '4th',
  title: 'Course',
  identifier: 'course',
  organizations: 1,
  needsSequencing: false,
  root: { id: 'root', title: 'Course', visible: true, children },
});

const listed = (tree: ActivityTree, withHidden = false) => {
  const { toc } = partsToPlay({
    tree,
    files: '/content/key/',
    learner: { id: 'ada', name: 'Ada Fenwick' },
    status: () => ({ completion: 'not_attempted', success: 'unknown' }),
    remembered: () => undefined,
    withHidden,
  });
  return { toc, parts: listedParts(toc) };
};
/** The course is done when these are, and only then. */
const completes = (tree: ActivityTree, parts: string[]) => {
  const done = { completion: 'completed', success: 'unknown' } as const;
  return rollup(tree, new Map(parts.map((id) => [id, done]))).completion === 'completed';
};

describe('what can be chosen from the table of contents', () => {
  it('are the children of a hidden item too: it hides itself only, and they count', () => {
    const chapter = item('chapter', { href: undefined, scormType: undefined, visible: false });
    const tree = course(item('a'), { ...chapter, children: [item('b'), item('c', { visible: false })] });
    const { toc, parts } = listed(tree);
    expect(parts).toEqual(['a', 'b']);
    expect(toc.map(({ id }) => id)).toEqual(['a', 'b']);
    expect([completes(tree, parts), completes(tree, ['a'])]).toEqual([true, false]);
  });

  it('is everything when everything is hidden', () => {
    const tree = course(item('a', { visible: false }), item('b', { visible: false }));
    const { parts } = listed(tree);
    expect([parts, completes(tree, parts)]).toEqual([['a', 'b'], true]);
  });

  it('is said to be hidden from members where testers see it too', () => {
    const { toc } = listed(course(item('a'), item('b', { visible: false })), true);
    expect(toc.map(({ title }) => title)).toEqual(['a', 'b (hidden from members)']);
  });
});
