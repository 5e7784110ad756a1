import type { ShownPlaces } from '../bookings/shown-places.queries';
import { type ComingSession, toBook } from './to-book';
import { toBookInWords } from './to-book.words';

const coming = (id: string, on: string, ...topics: string[]): ComingSession => ({
  id,
  slug: id,
  title: id,
  topics,
  on,
  from: '09:30',
  to: null,
});
const seat = (left: number | undefined): ShownPlaces['seats'][number] => ({
  seat: 'room',
  why: undefined,
  places: left === undefined ? undefined : { left, of: 20 },
  waiting: 0,
  lastTakenAt: null,
});
const has = (state: 'booked' | 'waiting'): ShownPlaces['own'] => ({ id: 'b', state, seat: 'room', ahead: null });
const shown = (of: Record<string, ShownPlaces>) => new Map(Object.entries(of));

const ALL = [coming('one', '2026-12-01', 'conduct'), coming('two', '2026-12-08', 'conduct', 'bias')];

describe('the session to think of for a topic', () => {
  it('is the first with a place, and says how many are left', () => {
    const places = shown({ one: { own: undefined, seats: [seat(0)] }, two: { own: undefined, seats: [seat(3)] } });
    const session = toBook('conduct', ALL, places);
    expect(session).toMatchObject({ id: 'two', has: undefined, left: 3 });
    expect(toBookInWords({ session, missed: { title: 'Gone', on: '2026-11-02' } })).toEqual([
      'You had a place at “Gone” on 2 November 2026, and are not down as having been there.',
      'You can come to “two” on Tuesday 8 December 2026 at 9.30am: 3 places are left.',
    ]);
  });

  it('is the one they have, before any with a place', () => {
    const one = { own: undefined, seats: [seat(undefined)] };
    const waits = shown({ one, two: { own: has('waiting'), seats: [] } });
    expect(toBook('conduct', ALL, waits)).toMatchObject({ id: 'two', has: 'waits' });
    const booked = shown({ one: { own: has('waiting'), seats: [] }, two: { own: has('booked'), seats: [] } });
    expect(toBook('conduct', ALL, booked)).toMatchObject({ id: 'two', has: 'place' });
    expect(toBook('bias', ALL, shown({ one }))).toBeUndefined();
  });

  it('is one with a waiting list where all are full, and none that is not for them', () => {
    const full = { own: undefined, seats: [seat(0)] };
    expect(toBook('conduct', ALL, shown({ one: full, two: full }))).toMatchObject({ id: 'one', left: 0 });
    const closed = { own: undefined, seats: [{ ...seat(5), why: 'not for them' as const }] };
    expect(toBook('conduct', ALL, shown({ one: closed, two: full }))).toMatchObject({ id: 'two' });
  });
});
