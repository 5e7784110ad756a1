import { durationsOf } from './durations';
import { navigate } from './navigate';
import { whyClosed } from './why-closed';
import { Work } from './work';
import {
  choose,
  CONTINUE,
  control,
  element,
  FLOW,
  part,
  rule,
  rules,
  said,
  sequencing,
  START,
  tree,
  walk,
} from '../../../../test/support/given-sequencing';

const SUSPEND = { kind: 'suspendAll' } as const;
const RESUME = { kind: 'resumeAll' } as const;
const DONE = said({ completion: 'completed', success: 'passed' });
const [SECOND, MINUTE] = [1000, 60_000];
const limited = (limits: Record<string, string>, ...more: ReturnType<typeof element>[]) => ({
  sequencing: sequencing(element('limitConditions', limits), ...more),
});
const course = (limits: Record<string, string>, ...more: ReturnType<typeof element>[]) =>
  tree(part('root', FLOW, part('a', limited(limits, ...more)), part('b')));
const closed = ({ tree: built, state, at }: ReturnType<typeof walk>) => whyClosed(built, state, at)('a');
type Steps = Parameters<typeof walk> extends [unknown, ...infer Rest] ? Rest : never;

describe('how long an activity took', () => {
  const group = { sequencing: sequencing(control({ flow: 'true', choice: 'true' })) };
  const untracked = { sequencing: sequencing(element('deliveryControls', { tracked: 'false' })) };
  const longest = tree(
    part(
      'root',
      limited({ attemptabsolutedurationlimit: 'PT10H' }, control({ flow: 'true', choice: 'true' })),
      part('g', group, part('a'), part('b'), part('c', untracked)),
      part('d'),
    ),
  );
  const took = (id: string, ...steps: Steps) => {
    const { tree: built, state, at } = walk(longest, ...steps);
    const spent = durationsOf(new Work(built, state, at), id)!;
    return Object.values(spent).map((ms) => ms / SECOND);
  };

  it('goes on in its breaks, and is experienced without them', () => {
    const steps: Steps = [START, 5 * SECOND, SUSPEND, 20 * SECOND, RESUME, 3 * SECOND];
    expect(took('a', ...steps)).toEqual([28, 8, 28, 8]);
    // A break is over when something else is begun.
    expect(took('a', ...steps, CONTINUE, 60 * SECOND)).toEqual([28, 8, 28, 8]);
  });

  it('is counted anew for each attempt, and added up for the activity', () => {
    const steps: Steps = [START, 5 * SECOND, CONTINUE, 50 * SECOND, choose('a'), 2 * SECOND];
    expect(took('a', ...steps)).toEqual([2, 2, 7, 7]);
    expect(took('a', ...steps, { kind: 'abandon' }, 9 * SECOND)).toEqual([2, 2, 7, 7]);
  });

  it('is rolled up: a group was experienced as long as its tracked parts were, and lasts from the first to the last', () => {
    const steps: Steps = [START, 5 * SECOND, CONTINUE, 4 * SECOND, SUSPEND, 100 * SECOND, RESUME, SECOND];
    expect(took('g', ...steps)).toEqual([110, 10, 110, 10]);
    expect(took('g', ...steps, CONTINUE, 7 * SECOND)).toEqual([117, 10, 117, 10]);
    expect(took('root', ...steps, CONTINUE, 7 * SECOND, CONTINUE, 2 * SECOND)).toEqual([119, 12, 119, 12]);
    expect(took('g', ...steps, CONTINUE, 7 * SECOND, CONTINUE, 2 * SECOND)).toEqual([117, 10, 117, 10]);
  });

  it('is nothing that is kept where no package limits it', () => {
    const { state } = walk(tree(part('root', FLOW, part('a'), part('b'))), START, MINUTE, CONTINUE);
    expect(Object.values(state.activities).some((one) => 'time' in one)).toBe(false);
  });
});

describe('a limit of time', () => {
  const over = { kind: 'duration' };

  it.each<[string, string, number, object | undefined]>([
    ['attemptabsolutedurationlimit', 'PT30S', 29, undefined],
    ['attemptabsolutedurationlimit', 'PT30S', 30, over],
    ['attemptexperienceddurationlimit', 'PT30S', 30, over],
    ['activityabsolutedurationlimit', 'PT30S', 30, over],
    ['activityexperienceddurationlimit', 'PT30S', 29, undefined],
    ['activityexperienceddurationlimit', 'PT30S', 30, over],
    ['activityexperienceddurationlimit', 'half an hour', 30, undefined],
  ])('%s of %s stands against another attempt after %s seconds, or not', (name, limit, seconds, why) => {
    const walked = walk(course({ [name]: limit }), START, seconds * SECOND, DONE, CONTINUE);
    expect(closed(walked)).toEqual(why);
    expect(walked.may().choice['a']).toBe(why ? 'DB.1.1-3' : true);
  });

  it('counts breaks where it is absolute only, and earlier attempts where it is of the activity only', () => {
    const after = (name: string, ...steps: Steps) => closed(walk(course({ [name]: 'PT30S' }), ...steps));
    const aBreak: Steps = [START, 5 * SECOND, SUSPEND, MINUTE, RESUME, DONE, CONTINUE];
    expect(after('attemptabsolutedurationlimit', ...aBreak)).toEqual(over);
    expect(after('attemptexperienceddurationlimit', ...aBreak)).toBeUndefined();
    const twice: Steps = [START, 20 * SECOND, DONE, CONTINUE, choose('a'), 20 * SECOND, DONE, CONTINUE];
    expect(after('activityexperienceddurationlimit', ...twice)).toEqual(over);
    expect(after('attemptexperienceddurationlimit', ...twice)).toBeUndefined();
  });

  it('never stands against an attempt that goes on, nor against one of which nothing is known (UP.1, 2, 6, 7)', () => {
    const limits = { attemptabsolutedurationlimit: 'PT30S' };
    const { opened } = walk(
      course(limits),
      START,
      MINUTE,
      said({ completion: 'incomplete', suspends: true }),
      SUSPEND,
      MINUTE,
      RESUME,
    );
    expect(opened).toEqual(['a', 'ended', 'a']);
    expect(closed(walk(course(limits), START, MINUTE, { kind: 'abandon' }))).toBeUndefined();
    const untracked = course(limits, element('deliveryControls', { tracked: 'false' }));
    expect(closed(walk(untracked, START, MINUTE, DONE, CONTINUE))).toBeUndefined();
  });

  it('stands before its first moment and after its last, and says which', () => {
    const dates = { begintimelimit: '1970-01-01T00:01:00Z', endtimelimit: '1970-01-01T01:02:00+01:00' };
    const [begin, end] = [60_000, 120_000];
    const at = (ms: number) => {
      const walked = walk(course(dates), ms, START);
      return [walked.opened[0], closed(walked)];
    };
    expect(at(begin - 1)).toEqual(['SB.2.2-2', { kind: 'begin', at: begin }]);
    expect(at(begin)[0]).toBe('a');
    expect(at(end)[0]).toBe('a');
    expect(at(end + 1)).toEqual(['SB.2.2-2', { kind: 'end', at: end }]);
  });

  it('says which part Continue comes to, when that is closed', () => {
    const order = tree(part('root', FLOW, part('b'), part('a', limited({ endtimelimit: '1970-01-01T00:00:01' }))));
    const { tree: built, state, at } = walk(order, START, MINUTE);
    expect(navigate(built, state, CONTINUE, at).refused).toEqual({ code: 'SB.2.2-2', closed: 'a' });
  });

  it('leaves alone what was begun before time was kept', () => {
    const { tree: built, state } = walk(course({ attemptabsolutedurationlimit: 'PT30S' }), START);
    for (const one of Object.values(state.activities)) delete one.time;
    const left = navigate(built, state, CONTINUE, MINUTE).state;
    expect(whyClosed(built, left, MINUTE)('a')).toBeUndefined();
    const again = navigate(built, left, choose('a'), MINUTE).state;
    expect(durationsOf(new Work(built, again, 2 * MINUTE), 'a')).toMatchObject({ activityAbsolute: MINUTE });
  });
});

describe('rules may ask for it', () => {
  it.each([
    ['timeLimitExceeded', { attemptexperienceddurationlimit: 'PT30S' }],
    ['outsideAvailableTimeRange', { endtimelimit: '1970-01-01T00:00:30Z' }],
  ])('%s', (condition, limits) => {
    // The part itself goes on being open: it is the rule that leads past the next one.
    const opens = (seconds: number) =>
      walk(
        tree(part('root', FLOW, part('a', limited(limits, rules(rule('post', 'exitAll', condition)))), part('b'))),
        START,
        seconds * SECOND,
        CONTINUE,
      ).opened.at(-1);
    expect([opens(29), opens(31)]).toEqual(['b', 'ended']);
  });

  it('and where no limit is set nobody knows', () => {
    const asks = (not: boolean) => rules(rule('post', 'exitAll', 'timeLimitExceeded', not));
    for (const not of [false, true]) {
      const order = tree(part('root', FLOW, part('a', { sequencing: sequencing(asks(not)) }), part('b')));
      expect(walk(order, START, CONTINUE).opened).toEqual(['a', 'b']);
    }
  });
});
