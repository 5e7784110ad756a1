import type { PlannedSession } from '@induct/events';
import { filled, filledCell, filledTogether, isFull } from './filled';

const session = (taken: number, places: number, state = 'confirmed') =>
  ({ state, pools: [{ seat: 'room', audience: 'member', places, taken }] }) as unknown as PlannedSession;

describe('how full a session is', () => {
  it('is told to officers, and to others when it points at nobody', () => {
    expect([filledCell(session(3, 20), true), filledCell(session(3, 20), false)]).toEqual([
      { text: '3 of 20 taken', bar: 0.15 },
      'Fewer than 5 of 20 taken',
    ]);
    expect([filled(session(0, 20), false), filled(session(5, 20), false)]).toEqual([
      { taken: undefined, places: 20 },
      { taken: 5, places: 20 },
    ]);
    expect(filledCell({ pools: [] }, false)).toBe('No limit');
  });

  it('is seen when it is full, unless that points at few', () => {
    expect([session(20, 20), session(19, 20), session(2, 2)].map(isFull)).toEqual([true, false, false]);
  });

  it('is reckoned together for what takes place', () => {
    expect(filledTogether([session(3, 20), session(9, 10, 'delivered'), session(0, 50, 'cancelled')])).toBe(
      '12 of 30 taken',
    );
    expect(filledTogether([{ ...session(0, 1), pools: [] }])).toBeUndefined();
  });
});
