import { whyClosed } from './why-closed';
import {
  aStrictOrder,
  control,
  CONTINUE,
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

const PASSED = said({ completion: 'completed', success: 'passed' });

describe('why a part is closed', () => {
  it('names the part that has to be passed before, and nothing once it is', () => {
    const begun = walk(aStrictOrder(), START);
    const why = whyClosed(begun.tree, begun.state, 0);
    expect(why('one')).toBeUndefined();
    expect(why('two')).toEqual({ kind: 'waits', for: 'passed', activities: ['one'] });
    expect(why('three')).toEqual({ kind: 'waits', for: 'passed', activities: ['two'] });
    const further = walk(aStrictOrder(), START, PASSED, CONTINUE);
    expect(whyClosed(further.tree, further.state, 0)('two')).toBeUndefined();
  });

  it('counts the attempts that were made', () => {
    const limits = element('limitConditions', { attemptlimit: '1' });
    const order = tree(part('root', FLOW, part('a', { sequencing: sequencing(limits) }), part('b')));
    const walked = walk(order, START, PASSED, CONTINUE);
    expect(whyClosed(walked.tree, walked.state, 0)('a')).toEqual({ kind: 'attempts', limit: 1 });
    expect(whyClosed(walked.tree, walked.state, 0)('b')).toBeUndefined();
  });

  it('is told of a part whose group is closed, and by a rule that asks for the attempts', () => {
    const closed = sequencing(
      control({ choice: 'true', flow: 'true' }),
      rules(rule('pre', 'disabled', 'attemptLimitExceeded')),
      element('limitConditions', { attemptlimit: '2' }),
    );
    const order = tree(part('root', FLOW, part('group', { sequencing: closed }, part('a')), part('b')));
    const walked = walk(order, START, PASSED, CONTINUE);
    const state = structuredClone(walked.state);
    state.activities['group']!.attempts = 2;
    expect(whyClosed(walked.tree, state, 0)('a')).toEqual({ kind: 'attempts', limit: 2 });
  });

  it('says nothing where there is nothing to do', () => {
    const shut = sequencing(rules(rule('pre', 'disabled', 'always')));
    const order = tree(part('root', FLOW, part('a'), part('b', { sequencing: shut })));
    const walked = walk(order, START);
    expect(whyClosed(walked.tree, walked.state, 0)('b')).toBeUndefined();
  });
});
