import type { SequencingElement } from '../activity/activity-tree';
import { sequencingTree } from './read-definition';
import { navigate, newSequencing } from './navigate';
import { courseResult, report } from './report';
import {
  CONTINUE,
  control,
  element,
  FLOW,
  nothing,
  part,
  rule,
  rules,
  said,
  sequencing,
  START,
  tree,
  walk,
} from '../../../../test/support/given-sequencing';

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
    const course = tree(part('root', any, part('a'), part('b'), part('c')));
    expect(walk(course, START, CONTINUE).result.completion).toBe('incomplete');
    expect(walk(course, START, CONTINUE, CONTINUE).result.completion).toBe('completed');
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
