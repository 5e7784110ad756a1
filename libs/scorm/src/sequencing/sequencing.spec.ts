import fc from 'fast-check';
import type { Activity, ActivityTree, SequencingElement } from '../activity/activity-tree';
import { available } from './available';
import { sequencingTree } from './definition';
import { navigate, newSequencing } from './navigate';
import { type ActivityReport, courseResult, report, runTimeOf } from './report';
import type { NavigationRequest } from './request';
import type { SequencingState } from './state';

const element = (name: string, attributes: Record<string, string> = {}, ...children: SequencingElement[]) => ({
  name,
  attributes,
  children,
});
const sequencing = (...children: SequencingElement[]) => element('sequencing', {}, ...children);
const control = (attributes: Record<string, string>) => element('controlMode', attributes);
const rule = (kind: 'pre' | 'post' | 'exit', action: string, condition: string, not = false, objective?: string) =>
  element(
    `${kind}ConditionRule`,
    {},
    element(
      'ruleConditions',
      {},
      element('ruleCondition', {
        condition,
        ...(not && { operator: 'not' }),
        ...(objective !== undefined && { referencedobjective: objective }),
      }),
    ),
    element('ruleAction', { action }),
  );
const rules = (...list: SequencingElement[]) => element('sequencingRules', {}, ...list);

const part = (id: string, more: Partial<Activity> = {}, ...children: Activity[]): Activity => ({
  id,
  title: id,
  visible: true,
  children,
  ...(children.length === 0 && { href: `${id}.html`, scormType: 'sco' as const }),
  ...more,
});
const tree = (root: Activity, edition = '4th'): ActivityTree => ({
  standard: 'scorm_2004',
  edition,
  title: 'A module',
  identifier: 'a-module',
  organizations: 1,
  root,
  needsSequencing: true,
});
const FLOW = { sequencing: sequencing(control({ flow: 'true' })) };

const nothing = { raw: '', min: '', max: '', scaled: '' };
const said = (more: Partial<ActivityReport> = {}): ActivityReport => ({
  completion: 'not_attempted',
  success: 'unknown',
  score: nothing,
  suspends: false,
  objectives: [],
  ...more,
});

/** Takes a learner through; each step is a request, or what the open part says. */
function walk(package_: ActivityTree, ...steps: (NavigationRequest | ActivityReport)[]) {
  const built = sequencingTree(package_);
  let state = newSequencing(built, 7);
  const opened: (string | undefined)[] = [];
  let last: ReturnType<typeof navigate> | undefined;
  for (const step of steps) {
    if (!('kind' in step)) state = report(built, state, step, 0);
    else {
      last = navigate(built, state, step, 0);
      ({ state } = last);
      opened.push(last.delivered ?? last.refused?.code ?? (last.ended ? 'ended' : undefined));
    }
  }
  return { opened, state, tree: built, result: courseResult(built, state), may: () => available(built, state, 0) };
}
const START = { kind: 'start' } as const;
const CONTINUE = { kind: 'continue' } as const;
const PREVIOUS = { kind: 'previous' } as const;
const choose = (target: string) => ({ kind: 'choice', target }) as const;

describe('flow', () => {
  it('goes through the leaves in order, and ends after the last', () => {
    const { opened, result } = walk(
      tree(part('root', FLOW, part('a'), part('b', FLOW, part('b1'), part('b2')), part('c'))),
      START,
      CONTINUE,
      CONTINUE,
      PREVIOUS,
      CONTINUE,
      CONTINUE,
      CONTINUE,
    );
    expect(opened).toEqual(['a', 'b1', 'b2', 'b1', 'b2', 'c', 'ended']);
    expect(result).toMatchObject({ completion: 'completed', success: 'passed' });
  });

  it('opens nothing by itself where flow is off at the root, and lets the learner choose', () => {
    const { opened } = walk(tree(part('root', {}, part('a'), part('b'))), START, choose('b'), CONTINUE);
    expect(opened).toEqual(['SB.2.2-1', 'b', 'NB.2.1-4']);
  });

  it('skips what is to be skipped, in both directions', () => {
    const skipped = { sequencing: sequencing(rules(rule('pre', 'skip', 'always'))) };
    const { opened } = walk(
      tree(part('root', FLOW, part('a'), part('b', skipped), part('c'))),
      START,
      CONTINUE,
      PREVIOUS,
    );
    expect(opened).toEqual(['a', 'c', 'a']);
  });

  it('goes only forward where the group says so, and enters such a group from behind at its beginning', () => {
    const forward = { sequencing: sequencing(control({ flow: 'true', forwardonly: 'true' })) };
    const { opened } = walk(
      tree(part('root', FLOW, part('a', forward, part('a1'), part('a2')), part('b'))),
      START,
      CONTINUE,
      PREVIOUS,
      CONTINUE,
      PREVIOUS,
    );
    expect(opened).toEqual(['a1', 'a2', 'NB.2.1-5', 'b', 'a1']);
  });
});

describe('choice', () => {
  const closed = (id: string, action: string) =>
    part(id, { sequencing: sequencing(rules(rule('pre', action, 'always'))) });

  it('refuses what is hidden, disabled, or behind a stop', () => {
    const { may } = walk(
      tree(
        part(
          'root',
          FLOW,
          part('a'),
          closed('b', 'hiddenFromChoice'),
          closed('c', 'disabled'),
          closed('d', 'stopForwardTraversal'),
          part('e'),
        ),
      ),
      START,
    );
    expect(may().choice).toEqual({
      root: true,
      a: true,
      b: 'SB.2.9-3',
      c: 'DB.1.1-3',
      d: true,
      e: 'SB.2.4-1',
    });
  });

  it('keeps the learner in a group that may not be left, and out of one that opens only by itself', () => {
    const stays = { sequencing: sequencing(control({ flow: 'true', choiceexit: 'false' })) };
    const inner = {
      sequencing: sequencing(
        control({ flow: 'true' }),
        element('constrainedChoiceConsiderations', { preventactivation: 'true' }),
      ),
    };
    const package_ = tree(
      part('root', FLOW, part('a', stays, part('a1'), part('a2')), part('b', inner, part('b1'), part('b2'))),
    );
    expect(walk(package_, START).may().choice).toMatchObject({ a2: true, b: 'NB.2.1-8', b1: 'NB.2.1-8' });
    expect(walk(package_, START, CONTINUE, CONTINUE).may().choice).toMatchObject({ b2: true, a1: true });
    const other = tree(part('root', FLOW, part('a'), part('b', inner, part('b1'), part('b2'))));
    expect(walk(other, START).may().choice).toMatchObject({ b: true, b2: 'SB.2.9-6' });
  });

  it('reaches only the next part where choice is constrained', () => {
    const constrained = (id: string) =>
      part(
        id,
        {
          sequencing: sequencing(
            control({ flow: 'true' }),
            element('constrainedChoiceConsiderations', { constrainchoice: 'true' }),
          ),
        },
        part(`${id}1`),
        part(`${id}2`),
      );
    const { may } = walk(
      tree(part('root', FLOW, constrained('a'), constrained('b'), constrained('c'), constrained('d'))),
      START,
      choose('b1'),
    );
    expect(may().choice).toMatchObject({ a2: true, b2: true, c2: true, d1: 'SB.2.9-8' });
  });
});

describe('rules after a part', () => {
  const after = (action: string, condition = 'always') => ({
    sequencing: sequencing(rules(rule('post', action, condition))),
  });

  it('lead on, back, again, or out', () => {
    const [a, b, c] = [part('a'), part('b'), part('c')];
    expect(walk(tree(part('root', FLOW, part('a', after('retry')), b, c)), START, CONTINUE).opened).toEqual(['a', 'a']);
    expect(
      walk(tree(part('root', FLOW, a, part('b', after('previous')), c)), START, CONTINUE, CONTINUE).opened,
    ).toEqual(['a', 'b', 'a']);
    expect(walk(tree(part('root', FLOW, part('a', after('exitAll')), b)), START, CONTINUE).opened).toEqual([
      'a',
      'ended',
    ]);
    expect(walk(tree(part('root', FLOW, a, part('b', after('retryAll')))), START, CONTINUE, CONTINUE).opened).toEqual([
      'a',
      'b',
      'a',
    ]);
  });

  it('hand over to the group that they leave', () => {
    const group = {
      sequencing: sequencing(control({ flow: 'true' }), rules(rule('post', 'continue', 'completed'))),
    };
    const { opened } = walk(
      tree(part('root', FLOW, part('g', group, part('g1', after('exitParent')), part('g2')), part('b'))),
      START,
      { kind: 'exit' },
    );
    // The second part of the group was never opened, so the group is not completed and nothing leads on.
    expect(opened).toEqual(['g1', undefined]);
  });
});

describe('global objectives', () => {
  const map = (id: string, reads: boolean) =>
    element('mapInfo', {
      targetobjectiveid: id,
      readsatisfiedstatus: String(reads),
      writesatisfiedstatus: String(!reads),
    });
  const writer = {
    sequencing: sequencing(
      element('objectives', {}, element('primaryObjective', { objectiveid: 'own' }, map('done', false))),
    ),
  };
  const reader = {
    sequencing: sequencing(
      rules(
        rule('pre', 'disabled', 'satisfied', true, 'before'),
        rule('pre', 'disabled', 'objectiveStatusKnown', true, 'before'),
      ),
      element(
        'objectives',
        {},
        element('primaryObjective'),
        element('objective', { objectiveid: 'before' }, map('done', true)),
      ),
    ),
  };
  const package_ = tree(part('root', FLOW, part('a', writer), part('b', reader)));

  it('open a part when another was passed', () => {
    expect(walk(package_, START, said({ success: 'failed' })).may()).toMatchObject({
      continue: 'SB.2.2-2',
      choice: { b: 'DB.1.1-3' },
    });
    expect(walk(package_, START, said({ success: 'passed' })).may()).toMatchObject({
      continue: true,
      choice: { b: true },
    });
  });
});

describe('what is rolled up', () => {
  it('is the mean of measures, and whether it was enough', () => {
    const byMeasure = {
      sequencing: sequencing(
        control({ flow: 'true' }),
        element(
          'objectives',
          {},
          element(
            'primaryObjective',
            { satisfiedbymeasure: 'true' },
            {
              ...element('minNormalizedMeasure'),
              text: '0.6',
            },
          ),
        ),
      ),
    };
    const scored = (scaled: string) =>
      said({ completion: 'completed', success: 'passed', score: { ...nothing, scaled } });
    const taken = (second: string) =>
      walk(
        tree(part('root', byMeasure, part('a'), part('b'))),
        START,
        scored('0.5'),
        CONTINUE,
        scored(second),
        CONTINUE,
      ).result;
    expect(taken('0.8')).toMatchObject({ success: 'passed', score: 65 });
    expect(taken('0.6')).toMatchObject({ success: 'failed', score: 55 });
  });

  it('goes by the rules of the package', () => {
    const any = {
      sequencing: sequencing(
        control({ flow: 'true', choice: 'true' }),
        element(
          'rollupRules',
          {},
          element(
            'rollupRule',
            { childactivityset: 'atLeastCount', minimumcount: '2' },
            element('rollupConditions', {}, element('rollupCondition', { condition: 'completed' })),
            element('rollupAction', { action: 'completed' }),
          ),
        ),
      ),
    };
    const package_ = tree(part('root', any, part('a'), part('b'), part('c')));
    expect(walk(package_, START, CONTINUE).result.completion).toBe('incomplete');
    expect(walk(package_, START, CONTINUE, CONTINUE).result.completion).toBe('completed');
  });
});

describe('leaving', () => {
  const package_ = tree(part('root', FLOW, part('a'), part('b'), part('c')));

  it('puts the attempt away and goes on where it was', () => {
    const { opened, state } = walk(package_, START, CONTINUE, { kind: 'suspendAll' }, { kind: 'resumeAll' }, CONTINUE);
    expect(opened).toEqual(['a', 'b', 'ended', 'b', 'c']);
    expect(state.activities['b']).toMatchObject({ attempts: 1 });
  });

  it('ends it for good', () => {
    const { opened, state } = walk(package_, START, { kind: 'exitAll' }, START);
    expect(opened).toEqual(['a', 'ended', 'a']);
    expect(state.activities['root']).toMatchObject({ attempts: 2, active: true });
  });
});

const CONDITIONS = [
  'satisfied',
  'objectiveStatusKnown',
  'completed',
  'attempted',
  'attemptLimitExceeded',
  'always',
  'never',
];
const bool = fc.boolean().map(String);
const aRule = fc
  .tuple(
    fc.constantFrom<['pre' | 'post' | 'exit', string]>(
      ['pre', 'skip'],
      ['pre', 'disabled'],
      ['pre', 'hiddenFromChoice'],
      ['pre', 'stopForwardTraversal'],
      ['post', 'exitParent'],
      ['post', 'exitAll'],
      ['post', 'retry'],
      ['post', 'retryAll'],
      ['post', 'continue'],
      ['post', 'previous'],
      ['exit', 'exit'],
    ),
    fc.constantFrom(...CONDITIONS),
    fc.boolean(),
  )
  .map(([[kind, action], condition, not]) => rule(kind, action, condition, not));
const aSequencing = fc
  .record({
    control: fc.record({ flow: bool, choice: bool, choiceexit: bool, forwardonly: bool }),
    rules: fc.array(aRule, { maxLength: 2 }),
    constrained: fc.record({ constrainchoice: bool, preventactivation: bool }),
    limit: fc.option(fc.nat(2), { nil: undefined }),
    random: fc.record({
      randomizationtiming: fc.constantFrom('never', 'once', 'onEachNewAttempt'),
      reorderchildren: bool,
      selectiontiming: fc.constantFrom('never', 'once', 'onEachNewAttempt'),
      selectcount: fc.nat(3).map(String),
    }),
    maps: fc.array(
      fc.record({
        targetobjectiveid: fc.constantFrom('x', 'y'),
        readsatisfiedstatus: bool,
        writesatisfiedstatus: bool,
      }),
    ),
  })
  .map(({ control: mode, rules: list, constrained, limit, random, maps }) =>
    sequencing(
      control(mode),
      rules(...list),
      element('constrainedChoiceConsiderations', constrained),
      element('limitConditions', limit === undefined ? {} : { attemptlimit: String(limit) }),
      element('randomizationControls', random),
      element(
        'objectives',
        {},
        element('primaryObjective', { objectiveid: 'own' }, ...maps.map((map) => element('mapInfo', map))),
      ),
    ),
  );

/** Up to two levels of up to four, with random rules everywhere. */
const aPackage = fc
  .tuple(
    aSequencing,
    fc.array(fc.tuple(aSequencing, fc.array(aSequencing, { maxLength: 4 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([root, groups]) =>
    tree(
      part(
        'root',
        { sequencing: root },
        ...groups.map(([own, leaves], at) =>
          part(
            `g${at}`,
            { sequencing: own },
            ...leaves.map((leaf, below) => part(`g${at}-${below}`, { sequencing: leaf })),
          ),
        ),
      ),
    ),
  );
const aStep = fc.oneof(
  fc
    .constantFrom(
      'start',
      'resumeAll',
      'continue',
      'previous',
      'exit',
      'exitAll',
      'abandon',
      'abandonAll',
      'suspendAll',
    )
    .map((kind) => ({ kind }) as NavigationRequest),
  fc
    .tuple(fc.constantFrom('choice', 'jump'), fc.nat(3), fc.option(fc.nat(3)))
    .map(([kind, at, below]) => ({ kind, target: below === null ? `g${at}` : `g${at}-${below}` }) as NavigationRequest),
  fc
    .record({
      completion: fc.constantFrom('completed', 'incomplete', 'not_attempted'),
      success: fc.constantFrom('passed', 'failed', 'unknown'),
      suspends: fc.boolean(),
    })
    .map((values) => said(values as Partial<ActivityReport>)),
);

describe('whatever a package asks for and whatever a learner does', () => {
  const take = (
    built: ReturnType<typeof sequencingTree>,
    state: SequencingState,
    step: NavigationRequest | ActivityReport,
  ) => ('kind' in step ? navigate(built, state, step, 0) : { state: report(built, state, step, 0) });

  it('ends, leaves the state before alone, and is the same when it is told again from what was kept', () => {
    fc.assert(
      fc.property(aPackage, fc.array(aStep, { maxLength: 12 }), fc.integer(), (package_, steps, seed) => {
        const built = sequencingTree(package_);
        let [state, told] = [newSequencing(built, seed), newSequencing(built, seed)];
        for (const step of [START, ...steps]) {
          const before = JSON.stringify(state);
          const went = take(built, state, step);
          expect(JSON.stringify(state)).toBe(before);
          ({ state } = went);
          ({ state: told } = take(sequencingTree(package_), JSON.parse(JSON.stringify(told)) as SequencingState, step));
          expect(told).toEqual(state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('opens what may be chosen, and nothing else; never what is barred, and one leaf at a time', () => {
    fc.assert(
      fc.property(aPackage, fc.array(aStep, { maxLength: 8 }), fc.integer(), (package_, steps, seed) => {
        const built = sequencingTree(package_);
        let state = newSequencing(built, seed);
        for (const step of [START, ...steps]) ({ state } = take(built, state, step));
        const active = Object.entries(state.activities).filter(
          ([id, own]) => own.active && !built.activities.get(id)!.children.length,
        );
        expect(active.length).toBeLessThanOrEqual(1);
        const may = available(built, state, 0);
        for (const [id, is] of Object.entries(may.choice)) {
          const hasAfterRules = [...built.activities.values()].some(({ post, exit }) => post.length + exit.length > 0);
          const went = navigate(built, state, { kind: 'choice', target: id }, 0);
          expect([id, hasAfterRules || (is === true) === (went.delivered !== undefined)]).toEqual([id, true]);
          expect(went.delivered === undefined || built.activities.get(went.delivered)!.isLeaf).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a hostile package', () => {
  it('with 10,000 parts, 500 rules and circles through global objectives is answered at once', () => {
    const circle = (at: number) =>
      sequencing(
        control({ flow: 'true' }),
        ...(at < 500 ? [rules(rule('pre', 'skip', 'satisfied'), rule('post', 'continue', 'satisfied', true))] : []),
        element(
          'objectives',
          {},
          element(
            'primaryObjective',
            { objectiveid: 'own' },
            element('mapInfo', {
              targetobjectiveid: `g${at % 7}`,
              readsatisfiedstatus: 'false',
              writesatisfiedstatus: 'true',
            }),
            element('mapInfo', { targetobjectiveid: `g${(at + 1) % 7}`, readsatisfiedstatus: 'true' }),
          ),
        ),
      );
    const groups = Array.from({ length: 100 }, (_, group) =>
      part(
        `g${group}`,
        { sequencing: circle(group) },
        ...Array.from({ length: 99 }, (_leaf, at) => part(`g${group}-${at}`, { sequencing: circle(group * 99 + at) })),
      ),
    );
    const { opened } = walk(
      tree(part('root', FLOW, ...groups)),
      START,
      said({ success: 'passed' }),
      CONTINUE,
      CONTINUE,
    );
    expect(opened[0]).toBe('g0-0');
  });
});

describe('what a package shares', () => {
  const objective = (id: string, ...maps: SequencingElement[]) =>
    element('objectives', {}, element('primaryObjective', { objectiveid: id }, ...maps));
  const further = (id: string, attributes: Record<string, string>) =>
    element('objectives', {}, element('objective', { objectiveid: id }, element('mapInfo', attributes)));
  const play = (module: Activity, ...reports: ActivityReport[]) => {
    const given = sequencingTree(tree(module));
    let went = navigate(given, newSequencing(given, 1), { kind: 'start' }, 0);
    for (const one of reports) {
      went = navigate(given, report(given, went.state, one, 0), { kind: 'continue' }, 0);
    }
    return { given, ...went };
  };

  it('reads a further map unless it says no', () => {
    const skips = rules(rule('pre', 'skip', 'completed'));
    const writes = sequencing(objective('a'), further('a', { targetobjectiveid: 'g', writecompletionstatus: 'true' }));
    const reads = (attributes = {}) =>
      sequencing(skips, objective('b'), further('b', { targetobjectiveid: 'g', ...attributes }));
    const module = (second: SequencingElement) =>
      part('root', FLOW, part('one', { sequencing: writes }), part('two', { sequencing: second }), part('three'));
    expect(play(module(reads()), said()).delivered).toBe('three');
    expect(play(module(reads({ readcompletionstatus: 'false' })), said()).delivered).toBe('two');
  });

  it('rolls up a group at once when its part reads what a part elsewhere has reported', () => {
    const map = (more = {}) => element('mapInfo', { targetobjectiveid: 'g', ...more });
    const group = part(
      'group',
      { sequencing: sequencing(control({ flow: 'true' }), rules(rule('pre', 'skip', 'satisfied'))) },
      part('two', { sequencing: sequencing(objective('two', map())) }),
    );
    const writes = sequencing(objective('one', map({ writesatisfiedstatus: 'true' })));
    const module = part('root', FLOW, part('one', { sequencing: writes }), group, part('three'));
    expect(play(module, said({ success: 'passed' })).delivered).toBe('three');
    expect(play(module, said({ success: 'failed' })).delivered).toBe('two');
  });

  it('takes an "unknown" of the content for that', () => {
    const again = sequencing(rules(rule('post', 'retry', 'activityProgressKnown')));
    const module = part('root', FLOW, part('one', { sequencing: again }), part('two'));
    expect(play(module, said()).delivered).toBe('one');
    expect(play(module, said({ keepsUnknown: { completion: true } })).delivered).toBe('two');
  });

  it('gives a store to those that share it, with what each may do', () => {
    const module = part(
      'root',
      FLOW,
      part('one', { stores: [{ id: 's', read: true, write: true }] }),
      part('two', { stores: [{ id: 's', read: true, write: false }] }),
      part('three', { stores: [{ id: 's', read: true, write: true }] }),
    );
    const first = play(module, said({ data: { s: 'from one', other: 'nobody has it' } }));
    expect(runTimeOf(first.given, first.state, 'two').stores).toEqual([
      { id: 's', value: 'from one', read: true, write: false },
    ]);
    const second = play(module, said({ data: { s: 'from one' } }), said({ data: { s: 'from two' } }));
    expect(second.state.data).toEqual({ s: 'from one' });
  });
});

describe('completion by measure', () => {
  const again = sequencing(rules(rule('post', 'retry', 'completed', true)));
  const module = part('root', FLOW, part('one', { completionThreshold: 0.5, sequencing: again }), part('two'));
  const after = (edition: string, progress: number | undefined) => {
    const given = sequencingTree(tree(module, edition));
    const { state } = navigate(given, newSequencing(given, 1), { kind: 'start' }, 0);
    const reported = said({ completion: 'completed', ...(progress !== undefined && { progress }) });
    return navigate(given, report(given, state, reported, 0), { kind: 'continue' }, 0).delivered;
  };

  it.each([
    ['4th', 0.4, 'one'],
    ['4th', 0.5, 'two'],
    ['4th', undefined, 'two'],
    ['3rd', 0.4, 'two'],
  ])('is judged by the %s edition at %s: on to %s', (edition, progress, next) => {
    expect(after(edition, progress)).toBe(next);
  });

  it('makes nothing of a group of which nothing counts, unless a rule of its own does', () => {
    const untracked = { sequencing: sequencing(element('deliveryControls', { tracked: 'false' })) };
    const own = element(
      'rollupRules',
      {},
      element(
        'rollupRule',
        { childactivityset: 'all' },
        element('rollupConditions', {}, element('rollupCondition', { condition: 'completed' })),
        element('rollupAction', { action: 'completed' }),
      ),
    );
    const ends = (...more: SequencingElement[]) => {
      const root = part('root', { sequencing: sequencing(control({ flow: 'true' }), ...more) }, part('one', untracked));
      const given = sequencingTree(tree(root));
      const { state } = navigate(given, newSequencing(given, 1), { kind: 'start' }, 0);
      return courseResult(given, navigate(given, state, { kind: 'exitAll' }, 0).state).completion;
    };
    expect(ends()).toBe('incomplete');
    expect(ends(own)).toBe('completed');
  });
});
