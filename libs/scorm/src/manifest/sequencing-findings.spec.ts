import { element, FLOW, part, rule, rules, sequencing, tree } from '../../../../test/support/given-sequencing';
import { notesOnSequencing } from './sequencing-findings';

const rollup = (condition: string, action: string) =>
  element(
    'rollupRules',
    {},
    element(
      'rollupRule',
      {},
      element('rollupConditions', {}, element('rollupCondition', { condition })),
      element('rollupAction', { action }),
    ),
  );

describe('what is not kept of an order', () => {
  it('is said where rules are none of SCORM’s', () => {
    const strange = sequencing(rules(rule('pre', 'retry', 'always'), rule('post', 'retry', 'finished')));
    const whole = { sequencing: sequencing(rollup('satisfied', 'done')) };
    const [finding] = notesOnSequencing(tree(part('root', whole, part('one', { sequencing: strange }), part('two'))));
    expect(finding).toMatchObject({ code: 'unknown-rules', severity: 'warning', where: 'root' });
    expect(finding!.message).toBe(
      'There are rules in “root”, “one” that SCORM 2004 does not know (“done”, “retry”, “finished”). They are left out.',
    );
  });

  it('is said of limits of time, which close a part, and of those that cannot be read', () => {
    const limited = sequencing(element('limitConditions', { attemptlimit: '2', endtimelimit: '2027-01-01T00:00:00Z' }));
    const odd = sequencing(element('limitConditions', { activityabsolutedurationlimit: 'an hour' }));
    const order = tree(
      part('root', FLOW, part('one', { sequencing: limited }), part('two', { sequencing: odd }), part('three')),
    );
    expect(notesOnSequencing(order).map(({ code, where, message }) => [code, where, message])).toEqual([
      ['time-limits', 'one', expect.stringContaining('“one” may be taken. Who has used up the time')],
      ['unread-time-limits', 'two', expect.stringContaining('“two”')],
    ]);
    const [single] = notesOnSequencing({ ...order, needsSequencing: false });
    expect(single!.message).toContain('In a module of one part nobody is kept out by that');
  });

  it('is said where a package asks for what only a later edition knows', () => {
    const map = element('mapInfo', { targetobjectiveid: 'x', readrawscore: 'true' });
    const further = sequencing(element('objectives', {}, element('objective', { objectiveid: 'own' }, map)));
    const stores = [{ id: 'notes', read: true, write: true }];
    const of = (edition: string) =>
      notesOnSequencing(
        tree(part('root', FLOW, part('one', { sequencing: further }), part('two', { stores }), part('three')), edition),
      );
    expect(of('4th')).toEqual([]);
    expect(of('3rd').map(({ code, message }) => [code, message])).toEqual([
      [
        'later-edition',
        'The package follows SCORM 2004 3rd Edition, and lets “one”, “two” share texts, scores or progress as only the 4th Edition can. That is left out.',
      ],
    ]);
  });

  it('is all of a package with more rules than a step of a learner could ask', () => {
    const many = sequencing(rules(...Array.from({ length: 500 }, () => rule('pre', 'skip', 'satisfied'))));
    const parts = (count: number) =>
      tree(part('root', FLOW, ...Array.from({ length: count }, (_, at) => part(`part ${at}`, { sequencing: many }))));
    expect(notesOnSequencing(parts(40))).toEqual([]);
    expect(notesOnSequencing(parts(41))).toEqual([
      expect.objectContaining({
        code: 'too-many-rules',
        severity: 'refused',
        message: 'The package sets 20,500 rules for the order of its parts; up to 20,000 are taken.',
      }),
    ]);
  });

  it('is nothing where every rule is kept', () => {
    const known = sequencing(
      rules(rule('pre', 'skip', 'satisfied'), rule('exit', 'exit', 'completed'), rule('post', 'retryAll', 'always')),
      rollup('attempted', 'incomplete'),
      element('limitConditions', { attemptlimit: '2' }),
    );
    expect(notesOnSequencing(tree(part('root', FLOW, part('one', { sequencing: known }), part('two'))))).toEqual([]);
  });
});
