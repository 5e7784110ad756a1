import type { Activity, SequencingElement } from '../activity/activity-tree';
import { sequencingTree } from './read-definition';
import { navigate, newSequencing } from './navigate';
import { type ActivityReport, report, runTimeOf } from './report';
import {
  control,
  element,
  FLOW,
  part,
  rule,
  rules,
  said,
  sequencing,
  tree,
} from '../../../../test/support/given-sequencing';

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
