import fc from 'fast-check';
import {
  control,
  CONTINUE,
  element,
  part,
  said,
  sequencing,
  START,
  tree,
  walk,
} from '../../../../test/support/given-sequencing';
import { newest, newsFor, nothingShared, type Shared, sharedOf, withShared } from './shared';

const IDS = ['x', 'y', '__proto__'];
const moment = fc.nat(5);
const aShared: fc.Arbitrary<Shared> = fc.record({
  globals: fc.dictionary(
    fc.constantFrom(...IDS),
    fc.record({ value: fc.record({ satisfied: fc.boolean() }), at: moment }),
  ),
  data: fc.dictionary(fc.constantFrom(...IDS), fc.record({ value: fc.string(), at: moment })),
});

const map = element('mapInfo', { targetobjectiveid: 'x', readsatisfiedstatus: 'true', writesatisfiedstatus: 'true' });
const objectives = element('objectives', {}, element('primaryObjective', { objectiveid: 'own' }, map));
const shares = (more: object = {}) => ({
  ...tree(
    part(
      'root',
      { sequencing: sequencing(control({ flow: 'true' })) },
      part('a', { sequencing: sequencing(objectives), stores: [{ id: 'y', read: true, write: true }] }),
      part('b'),
    ),
  ),
  ...more,
});
const told = () => said({ success: 'passed', data: { y: 'half', x: 'not its own' } });

describe('what a learner’s packages share', () => {
  it('is of each value the newest, however it is put together', () => {
    fc.assert(
      fc.property(aShared, aShared, aShared, (a, b, c) => {
        expect(newest(newest(a, b), c)).toEqual(newest(a, newest(b, c)));
        expect(newest(a, a)).toEqual(a);
        const moments = ({ globals, data }: Shared) =>
          [globals, data].map((of) =>
            Object.entries(of)
              .map(([id, { at }]) => `${id} ${at}`)
              .toSorted(),
          );
        expect(moments(newest(a, b))).toEqual(moments(newest(b, a)));
      }),
    );
  });

  it('is what a part has written where it may, and only that', () => {
    const { state, tree: built } = walk(shares(), START, told(), CONTINUE);
    expect(sharedOf(built, state)).toEqual({
      globals: { x: { value: { satisfied: true }, at: 0 } },
      data: { y: { value: 'half', at: 0 } },
    });
  });

  it('comes to a package that uses it, and never in the place of what that has said later', () => {
    const { state, tree: built } = walk(shares(), START, told(), CONTINUE);
    const others: Shared = {
      globals: { x: { value: { satisfied: false }, at: 1 }, z: { value: { satisfied: true }, at: 1 } },
      data: { y: { value: 'older', at: -1 } },
    };
    const after = withShared(built, state, others);
    expect(after).toMatchObject({ globals: { x: { satisfied: false } }, data: { y: 'half' } });
    expect(after.globals).not.toHaveProperty('z');
    expect(newsFor(built, after, others)).toBeUndefined();
    expect(withShared(built, after, others)).toBe(after);
  });

  it('stays in one attempt where the package says so, and ends with it', () => {
    const own = shares({ ofOneAttempt: ['objectives', 'data'] });
    const { state, tree: built } = walk(own, START, told(), CONTINUE);
    expect(sharedOf(built, state)).toEqual(nothingShared());
    expect(newsFor(built, state, { ...nothingShared(), data: { y: { value: 'of another', at: 9 } } })).toBeUndefined();
    const again = walk(own, START, told(), { kind: 'exitAll' }, START).state;
    expect([again.globals, again.data]).toEqual([{}, undefined]);
    const goesOn = walk(own, START, { ...told(), suspends: true }, { kind: 'exitAll' }, START).state;
    expect(goesOn).toMatchObject({ globals: { x: { satisfied: true } }, data: { y: 'half' } });
  });
});
