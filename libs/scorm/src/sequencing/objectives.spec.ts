import {
  choose,
  CONTINUE,
  control,
  element,
  FLOW,
  part,
  PREVIOUS,
  rule,
  rules,
  said,
  sequencing,
  START,
  tree,
  walk,
} from '../../../../test/support/given-sequencing';

const map = (attributes: Record<string, string>) => element('mapInfo', { targetobjectiveid: 'shared', ...attributes });
const READS = map({ readsatisfiedstatus: 'true' });
const WRITES = map({ readsatisfiedstatus: 'false', writesatisfiedstatus: 'true' });
const objectives = (...maps: ReturnType<typeof element>[]) =>
  element('objectives', {}, element('primaryObjective', { objectiveid: 'own' }, ...maps));
const skipped = (condition: string) => rules(rule('pre', 'skip', condition));
const NOT_TRACKED = element('deliveryControls', { tracked: 'false' });

describe('what is known of an activity', () => {
  it('is what the global objective says that it reads, also when nobody has written that', () => {
    const reader = part('b', { sequencing: sequencing(skipped('satisfied'), objectives(READS)) });
    const { opened } = walk(
      tree(part('root', FLOW, part('a'), reader, part('c'))),
      START,
      CONTINUE,
      CONTINUE,
      PREVIOUS,
    );
    expect(opened).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is nothing while it is not tracked', () => {
    const [a, c] = [part('a', { sequencing: sequencing(objectives(WRITES)) }), part('c')];
    const b = (...more: ReturnType<typeof element>[]) =>
      part('b', { sequencing: sequencing(skipped('satisfied'), objectives(READS), ...more) });
    const opens = (second: ReturnType<typeof part>) =>
      walk(tree(part('root', FLOW, a, second, c)), START, said({ success: 'passed' }), CONTINUE).opened;
    expect(opens(b())).toEqual(['a', 'c']);
    expect(opens(b(NOT_TRACKED))).toEqual(['a', 'b']);
  });

  it('outlives a new attempt of its group in its own rules, and not in what the group comes to', () => {
    const group = { sequencing: sequencing(control({ flow: 'true' })) };
    const learnt = { sequencing: sequencing(skipped('satisfied')) };
    const { opened, state } = walk(
      tree(part('root', FLOW, part('g', group, part('g1', learnt), part('g2')), part('b'))),
      START,
      said({ success: 'passed', completion: 'completed' }),
      CONTINUE,
      CONTINUE,
      choose('g'),
      CONTINUE,
    );
    expect(opened).toEqual(['g1', 'g2', 'b', 'g2', 'b']);
    expect(state.activities['g']).toMatchObject({ attempts: 2 });
    // Its first part was not taken again.
    expect(state.activities['g']!.completed).toBeUndefined();
  });

  it('is taken back by content that was told it and says "unknown", and by silence is not', () => {
    const shared = {
      sequencing: sequencing(objectives(map({ readsatisfiedstatus: 'true', writesatisfiedstatus: 'true' }))),
    };
    const after = (keepsUnknown: { success?: boolean }, ...ids: string[]) =>
      walk(
        tree(part('root', FLOW, part('a', shared), part('b', shared))),
        START,
        said({ success: 'passed' }),
        CONTINUE,
        said({
          suspends: true,
          objectives: ids.map((id) => ({ ...said(), id, keepsUnknown, progress: '' })),
        }),
      ).state.globals['shared'];
    expect(after({})).toMatchObject({ satisfied: true });
    expect(after({}, 'own')).toMatchObject({ satisfied: true });
    expect(after({ success: true }, 'own')?.satisfied).toBeUndefined();
  });
});

it('opens the only activity of a package without contents', () => {
  const { opened, may } = walk(tree(part('root', {}, part('only'))), START);
  expect(opened).toEqual(['only']);
  expect(may().choice['only']).not.toBe(true);
});
