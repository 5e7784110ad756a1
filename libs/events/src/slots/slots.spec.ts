import fc from 'fast-check';
import { slotsOf } from './slots';

const options = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };
const written = (minutes: number) =>
  `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, long]) => ({ from: written(from), to: written(Math.min(1439, from + long)) }));

describe('a day of talks', () => {
  it('is cut into talks that follow each other, around its breaks', () => {
    const plan = { from: '09:30', to: '12:00', minutes: 20, breaks: [{ from: '10:30', to: '10:45' }] };
    expect(slotsOf(plan).map(({ from, to }) => `${from}–${to}`)).toEqual([
      '09:30–09:50',
      '09:50–10:10',
      '10:10–10:30',
      '10:45–11:05',
      '11:05–11:25',
      '11:25–11:45',
    ]);
  });

  it('has none when there is no room for one', () => {
    expect(slotsOf({ from: '09:30', to: '09:45', minutes: 20, breaks: [] })).toEqual([]);
    expect(slotsOf({ from: '09:30', to: '10:30', minutes: 20, breaks: [{ from: '09:00', to: '11:00' }] })).toEqual([]);
  });

  it('never has two talks at once, one in a break, or one that is too short; and leaves no room unused', () => {
    fc.assert(
      fc.property(
        stretch,
        fc.integer({ min: 1, max: 90 }),
        fc.array(stretch, { maxLength: 5 }),
        (day, minutes, breaks) => {
          const slots = slotsOf({ ...day, minutes, breaks });
          const busy = [...breaks, ...slots].map(({ from, to }) => [at(from), at(to)] as const);
          for (const [nth, { from, to }] of slots.entries()) {
            expect(at(to) - at(from)).toBe(minutes);
            expect(at(from) >= at(day.from) && at(to) <= at(day.to)).toBe(true);
            const others = busy.filter((_, other) => other !== breaks.length + nth);
            expect(others.some(([begins, ends]) => begins < at(to) && ends > at(from))).toBe(false);
          }
          const isFree = (begins: number) =>
            begins + minutes <= at(day.to) && !busy.some(([from, to]) => from < begins + minutes && to > begins);
          const minutesOf = Array.from({ length: at(day.to) - at(day.from) }, (_, after) => at(day.from) + after);
          expect(minutesOf.filter(isFree)).toEqual([]);
        },
      ),
      options,
    );
  });
});
