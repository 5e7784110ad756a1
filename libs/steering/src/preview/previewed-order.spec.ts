import { navigate, openAnyway, readCmi, scos, type SequencingStart, sequencingTree } from '@induct/scorm';
import { aStrictOrder } from '../../../../test/support/given-sequencing';
import { previewedOrder } from './previewed-order';

/** Three lessons, each of which opens when the one before it is passed. */
const tree = aStrictOrder();
const passed = { completion_status: 'completed', success_status: 'passed' };
const left = (parts: Record<string, [cmi: object, final: boolean]>) =>
  new Map(
    Object.entries(parts).map(([id, [cmi, final]]) => {
      const activity = scos(tree).find((one) => one.id === id);
      return [id, { snapshot: readCmi('scorm_2004', cmi, activity, final), final }];
    }),
  );

/** As the player begins. */
function opened({ state, open }: SequencingStart) {
  const rules = sequencingTree(tree);
  const kind = state.suspended === undefined ? 'start' : 'resumeAll';
  const now = open === undefined ? navigate(rules, state, { kind }, 0).state : openAnyway(rules, state, open, 0);
  return { current: now.current, resumed: now.activities[now.current!]!.resumed ?? false, state: now };
}

describe('a preview of a module with an order', () => {
  it('begins at its beginning', () => {
    expect(opened(previewedOrder(tree, left({}), null, 0))).toMatchObject({ current: 'one', resumed: false });
  });

  it('goes where a finding was made, though the rules would not lead there, and gives back what was left there', () => {
    const there = left({ three: [{ location: 'p7' }, false] });
    const order = previewedOrder(tree, there, 'three', 0);
    expect(navigate(sequencingTree(tree), order.state, { kind: 'resumeAll' }, 0).refused).toBeDefined();
    expect(opened(order)).toMatchObject({ current: 'three', resumed: true });
    expect(opened(previewedOrder(tree, left({}), 'three', 0))).toMatchObject({ current: 'three', resumed: false });
  });

  it('goes on where it was left, and what was done before counts', () => {
    const both = left({ one: [passed, true], two: [{ location: 'p2' }, false] });
    const { current, resumed, state } = opened(previewedOrder(tree, both, 'two', 0));
    expect([current, resumed]).toEqual(['two', true]);
    expect(Object.values(state.activities.one!.objectives)).toContainEqual(
      expect.objectContaining({ satisfied: true }),
    );
    expect(opened(previewedOrder(tree, left({ one: [passed, true] }), 'one', 0)).current).toBe('two');
  });

  it('begins again when everything has been done', () => {
    const all = left({ one: [passed, true], two: [passed, true], three: [passed, true] });
    const { current, state } = opened(previewedOrder(tree, all, 'three', 0));
    expect([current, state.activities[tree.root.id]!.attempts]).toEqual(['one', 2]);
  });
});
