import fc from 'fast-check';
import type { PlannedSession } from '../programme/programme.repository';
import { ownClashes } from './own-clashes';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const aPart = fc
  .tuple(
    fc.constantFrom('2027-02-02', '2027-02-03'),
    fc.integer({ min: 540, max: 600 }),
    fc.integer({ min: 1, max: 60 }),
  )
  .map(([on, from, minutes]) => ({ on, from, to: from + minutes }));
type Minutes = { on: string; from: number; to: number };
const session = (id: string, parts: readonly Minutes[]) => ({
  id,
  state: 'confirmed' as const,
  districts: [],
  event: null,
  parts: parts.map(({ on, from, to }, at) => ({ number: at + 1, on, from: clock(from), to: clock(to), topics: [] })),
});

describe('what a session meets of one’s own', () => {
  it('is what goes on in one of its minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aPart, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (all) => {
        const minutes = all.map(
          (parts) =>
            new Set(
              parts.flatMap(({ on, from, to }) => Array.from({ length: to - from }, (_, nth) => `${on} ${from + nth}`)),
            ),
        );
        const meets = all.flatMap((_, at) =>
          at > 0 && [...minutes[at]!].some((minute) => minutes[0]!.has(minute)) ? [String(at)] : [],
        );
        const [one, ...own] = all.map((parts, at) => session(String(at), parts));
        const said = ownClashes(one!, own, []).flatMap((clash) => (clash.with === 'session' ? [clash.id] : []));
        expect(said.toSorted()).toEqual(meets);
      }),
      { numRuns: 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it('is a talk of the same series: nobody is in two at once', () => {
    const talk = (id: string) => ({
      ...session(id, [{ on: '2027-05-03', from: 540, to: 560 }]),
      event: { title: `Talk ${id}`, kind: 'one-to-one', series: 'Meet the officers' } as PlannedSession['event'],
    });
    expect(ownClashes(talk('1'), [talk('2')], [])).toMatchObject([{ with: 'session', id: '2' }]);
  });

  it('is a meeting of the council, and neither itself nor a bank holiday', () => {
    const one = session('1', [{ on: '2027-05-03', from: 540, to: 600 }]);
    const fixed = [{ on: '2027-05-03', kind: 'meeting' as const, title: 'Full council' }];
    expect(ownClashes(one, [one], fixed)).toEqual([{ with: 'fixed date', on: '2027-05-03', title: 'Full council' }]);
  });
});
