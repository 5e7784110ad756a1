import type { CheckInAt } from '@induct/events';
import { atWords } from './check-in.view';

const part = (number: number) => ({ number, on: '2026-11-22', from: '09:30', to: '12:30', topics: [] });
const at = (number: number, of: number) => {
  const parts = Array.from({ length: of }, (_, nth) => part(nth + 1));
  return atWords({ session: { event: { title: 'Conduct' }, parts }, part: part(number) } as unknown as CheckInAt);
};

it('asks for another check-in only where another part follows', () => {
  expect([at(1, 1), at(1, 2), at(2, 2)].map(({ part: says, isFollowed }) => [says, isFollowed])).toEqual([
    ['', false],
    ['part 1, ', true],
    ['part 2, ', false],
  ]);
});
