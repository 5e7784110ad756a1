import fc from 'fast-check';
import { SESSION_STATES } from './programme.words';
import { lacking, nextStates, obstacles, type SessionHas } from './session-state';

const ALL: SessionHas = { event: true, place: true, times: true, over: true };
const states = fc.constantFrom(...SESSION_STATES);
const has = fc.record({ event: fc.boolean(), place: fc.boolean(), times: fc.boolean(), over: fc.boolean() });

describe('the state of a session', () => {
  it('goes from an idea to what was delivered, and back from confirmed when it is postponed', () => {
    const way = ['idea', 'hold', 'provisional', 'confirmed', 'provisional', 'confirmed', 'delivered'] as const;
    way.slice(1).forEach((to, at) => expect(obstacles(way[at]!, to, ALL)).toEqual([]));
  });

  it('is cancelled from all but delivered, and once', () => {
    const from = SESSION_STATES.filter((state) => obstacles(state, 'cancelled', ALL).length === 0);
    expect(from).toEqual(['idea', 'hold', 'provisional', 'confirmed']);
  });

  it('is the last one when it is over or cancelled', () => {
    expect([nextStates('delivered'), nextStates('cancelled')]).toEqual([[], []]);
  });

  it.each([
    ['event', 'provisional'],
    ['place', 'confirmed'],
    ['times', 'confirmed'],
    ['not over', 'delivered'],
  ] as const)('says that %s is missing for %s', (what, state) => {
    const without = { ...ALL, [what === 'not over' ? 'over' : what]: false };
    expect(lacking(state, without)).toEqual([what]);
  });

  it('never hinders more when more is known', () => {
    fc.assert(
      fc.property(states, states, has, has, (from, to, one, more) => {
        const both: SessionHas = {
          event: one.event || more.event,
          place: one.place || more.place,
          times: one.times || more.times,
          over: one.over || more.over,
        };
        const before = obstacles(from, to, one);
        expect(obstacles(from, to, both).every((obstacle) => before.includes(obstacle))).toBe(true);
      }),
    );
  });
});
