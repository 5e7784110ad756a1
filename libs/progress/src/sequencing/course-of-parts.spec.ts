import { newSequencing, navigate, sequencingTree } from '@induct/scorm';
import { control, element, FLOW, part, said, sequencing, tree } from '../../../../test/support/given-sequencing';
import { left } from './course-of-parts';

/** A page that went away without a word. */
describe('time that nobody has seen', () => {
  const after = (limits: Record<string, string>, report?: ReturnType<typeof said>) => {
    const limited = { sequencing: sequencing(control({ flow: 'true' }), element('limitConditions', limits)) };
    const built = sequencingTree(tree(part('root', FLOW, part('group', limited, part('one')), part('two'))));
    const { state } = navigate(built, newSequencing(built, 1), { kind: 'start' }, 1000);
    return left(built, { state, open: { launch: 1, run: 1, seq: 1, ...(report && { report }) } }, 999_000).activities;
  };
  const HOUR = { activityexperienceddurationlimit: 'PT1H' };

  it('is not counted: a part was open until it was heard last', () => {
    expect(after(HOUR, said({ at: 5000 }))['group']!.time).toMatchObject({ experienced: 4000, until: 5000 });
  });

  it('is none where the part was never heard', () => {
    expect(after(HOUR)['group']!.time).toMatchObject({ experienced: 0, until: 1000 });
    expect(after({})['group']).not.toHaveProperty('time');
  });
});
