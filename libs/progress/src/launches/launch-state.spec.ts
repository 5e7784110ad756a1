import { aTree } from '../../../../test/support/given-learning';
import { control, sequencing } from '../../../../test/support/given-sequencing';
import { trackedVersion } from '../commits/course-versions';
import { launchState } from './launch-state';
import type { LaunchRow } from './launch.queries';
import { nothingYet, type Said } from '../attempt/sco-state';

const said = { location: '', exit: '', objectives: [], comments: [] } as unknown as Said;

/** A launch in which the SCOs were completed in this order. */
function rows(completed: string[]): LaunchRow[] {
  const at = new Date('2026-11-22T14:32:00Z');
  const launch = {
    attemptRecordedAt: at,
    journalKey: Buffer.alloc(32),
    personId: 'ada',
    personName: 'Ada',
  } as LaunchRow;
  if (completed.length === 0) return [{ ...launch, sco: null }];
  return completed.map((sco, index) => ({
    ...launch,
    sco,
    suspendData: '""',
    result: { ...nothingYet.result, completion: 'completed' },
    runtime: {
      ...nothingYet.runtime,
      newest: { at: { launch: 1, run: index + 1, seq: index + 1 }, suspendHash: '', ended: true, said },
    },
  }));
}

describe('the part that is opened first', () => {
  const tree = aTree({ hidden: { visible: false }, one: {}, two: {}, three: {} });
  const current = (completed: string[]) =>
    launchState(rows(completed), trackedVersion(tree), { SITE_ORIGIN: 'https://site.example' }).current;

  it('is never one that is not in the table of contents', () => {
    expect(current([])).toBe('one');
    expect(current(['hidden'])).toBe('one');
  });

  it('is the next one that is not completed', () => {
    expect(current(['one'])).toBe('two');
    expect(current(['two', 'one'])).toBe('three');
  });

  it('is never one that waits for others', () => {
    const ordered = aTree({ last: { prerequisites: '2*{one, two}' }, two: { prerequisites: 'one' }, one: {} });
    ordered.standard = 'scorm_12';
    const first = (completed: string[]) =>
      launchState(rows(completed), trackedVersion(ordered), { SITE_ORIGIN: 'https://site.example' }).current;
    expect([first([]), first(['one']), first(['one', 'two'])]).toEqual(['one', 'two', 'last']);
  });

  it('is one that was passed over when all behind it are completed, and the last one when nothing is left to do', () => {
    expect(current(['one', 'three'])).toBe('two');
    expect(current(['one', 'two', 'three'])).toBe('three');
  });
});

describe('whether the learner is asked what to open', () => {
  const state = (
    standard: 'scorm_12' | 'scorm_2004',
    over: boolean,
    flow = 'false',
    parts = ['one', 'two', 'three'],
  ) => {
    const tree = aTree(Object.fromEntries(parts.map((id) => [id, {}])), standard);
    tree.root.sequencing = sequencing(control({ flow }));
    const left = rows(['one', 'two'].filter((id) => parts.includes(id)));
    if (over) left.at(-1)!.runtime.newest!.over = true;
    return launchState(left, trackedVersion(tree), { SITE_ORIGIN: 'https://site.example' });
  };

  it('is so when the last part has ended itself, and nothing follows by itself', () => {
    expect(state('scorm_2004', true)).toMatchObject({ asksFirst: true, current: 'three' });
  });

  it.each<[string, Parameters<typeof state>]>([
    ['it was left', ['scorm_2004', false]],
    ['the package says how its parts follow', ['scorm_2004', true, 'true']],
    ['there is one part', ['scorm_2004', true, 'false', ['one']]],
    ['it is SCORM 1.2', ['scorm_12', true]],
  ])('is not so when %s', (_, given) => {
    expect(state(...given)).not.toHaveProperty('asksFirst');
  });
});

describe('what SCORM 2004 content is opened with', () => {
  const tree = aTree({ one: {}, two: {} }, 'scorm_2004');
  const result = {
    completion: 'not_attempted',
    completionSaid: 'unknown',
    success: 'unknown',
    judged: 'completed',
    timeSoFar: 720_000,
  } as const;
  interface Left {
    exit?: string;
    ended?: boolean;
    over?: true;
    /** Of the launch after the one of the others. */
    isLater?: boolean;
    /** Kept before content got back its own words. */
    isOld?: boolean;
  }
  const opened = (...left: Left[]) => {
    const known = rows(['one', 'two'].slice(0, left.length)).map((row, index) => {
      const { exit = '', ended = true, over, isLater = false, isOld = false } = left[index]!;
      const bookmark = row.runtime.newest!;
      const words = { ...said, exit, ...(!isOld && { result }) } as Said;
      const launch = bookmark.at.launch + Number(isLater);
      const newest = { ...bookmark, at: { ...bookmark.at, launch }, ended, over, said: words };
      const suspendData = '"half"';
      return { ...row, standard: 'scorm_2004' as const, suspendData, runtime: { ...row.runtime, newest } };
    });
    return launchState(known, trackedVersion(tree), { SITE_ORIGIN: 'https://site.example' }).scos['one']!;
  };

  it.each<[string, Left[]]>([
    ['was left without a word', [{ ended: false }]],
    ['was suspended', [{ exit: 'suspend' }]],
    ['was suspended before another part', [{ exit: 'suspend' }, {}]],
    ['had ended when the learner left the module', [{ exit: 'normal' }]],
    ['had ended in a launch before that of another part', [{ exit: 'normal' }, { isLater: true }]],
  ])('is what it was left with, in its own words, when it %s', (_, left) => {
    const { initialCmi, freshCmi } = opened(...left);
    expect(initialCmi).toMatchObject({ entry: 'resume', suspend_data: 'half', total_time: 'PT2H' });
    expect(initialCmi).toMatchObject({ completion_status: 'unknown' });
    expect(freshCmi).toMatchObject({ entry: 'ab-initio', total_time: 'PT0S' });
  });

  it('is what it was left with as it was before content got back its own words', () => {
    expect(opened({ exit: 'normal', isOld: true }, {}).initialCmi).toMatchObject({
      entry: 'resume',
      suspend_data: 'half',
    });
  });

  it.each<[string, Left[]]>([
    ['has ended its attempt itself', [{ over: true }]],
    ['was out of time', [{ exit: 'time-out' }]],
    ['had ended before another part was opened', [{ exit: 'normal' }, {}]],
  ])('is nothing of what was before when it %s', (_, left) => {
    const { initialCmi, freshCmi, status } = opened(...left);
    expect(initialCmi).toMatchObject({ entry: 'ab-initio', total_time: 'PT0S' });
    expect(initialCmi).not.toHaveProperty('suspend_data');
    expect(freshCmi).toBeUndefined();
    expect(status).toEqual({ completion: 'completed', success: 'unknown' });
  });
});
