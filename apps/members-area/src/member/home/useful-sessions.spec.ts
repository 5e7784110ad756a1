import type { ShownPlaces } from '@induct/events';
import fc from 'fast-check';
import { usefulSessions } from './useful-sessions';

const TOPICS = ['conduct', 'data', 'safety', 'audit', 'planning'];
const aTopic = fc.constantFrom(...TOPICS);
const seat = (why: 'begun' | undefined, left: number) => ({
  seat: 'room' as const,
  why,
  places: { left, of: 2 },
  waiting: 0,
  lastTakenAt: null,
});
const own = (state: 'booked' | 'waiting') => ({ id: 'b', state, seat: 'room' as const, ahead: null });
const HAS = {
  booked: { own: own('booked'), seats: [seat(undefined, 0)] },
  waits: { own: own('waiting'), seats: [seat(undefined, 0)] },
  room: { own: undefined, seats: [seat('begun', 2), seat(undefined, 1)] },
  list: { own: undefined, seats: [seat(undefined, 0)] },
  nothing: { own: undefined, seats: [seat('begun', 2)] },
} satisfies Record<string, ShownPlaces>;
const ORDER = ['booked', 'waits', 'room', 'list'];

const session = fc
  .record({
    topics: fc.uniqueArray(aTopic, { maxLength: 3 }),
    has: fc.constantFrom(...(Object.keys(HAS) as (keyof typeof HAS)[])),
  })
  .map(({ topics, has }) => ({
    has: has as string,
    topics,
    parts: [{ number: 1, on: '2027-01-12', from: null, to: null, topics }],
    places: HAS[has],
  }));

it('is of each topic, in its order, the best there is, and nothing that is met already', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 9 }), fc.uniqueArray(aTopic), (offered, needed) => {
      const useful = usefulSessions(offered, needed);
      expect(useful.length).toBeLessThanOrEqual(3);
      expect(useful).toEqual(offered.filter((one) => useful.includes(one)));
      const serves = (topic: string) => (one: (typeof offered)[number]) => one.topics.includes(topic);
      const left = new Set(useful);
      for (const topic of needed) {
        const can = offered.filter((one) => serves(topic)(one) && one.has !== 'nothing');
        // Until there are three, what can be met is met.
        expect(can.length === 0 || useful.length >= 3 || useful.some(serves(topic))).toBe(true);
        if ([...useful].some((one) => serves(topic)(one) && !left.has(one))) continue;
        const best = Math.min(...can.map(({ has }) => ORDER.indexOf(has)));
        const first = can.find(({ has }) => ORDER.indexOf(has) === best);
        if (first) left.delete(first);
      }
      // None is there but for a topic that nothing before it met.
      expect([...left]).toEqual([]);
    }),
    { numRuns: 500, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
  );
});
