import type { SignatoryInTime } from '@induct/accreditation';
import { signatoriesView } from './signatories.view';

const signs = (name: string, place: 1 | 2, until: string | null) =>
  ({ id: name, name, office: 'Chair', place, from: '2026-01-01', until }) as SignatoryInTime;

it('names those who sign today as they stand on the paper, whoever of them has a last day', () => {
  const all = [signs('On the right', 2, null), signs('On the left', 1, '2027-01-01')];
  const { now } = signatoriesView(all, { today: '2026-11-30', mayChange: true, done: undefined });
  expect(now.map(({ name }) => name)).toEqual(['On the left', 'On the right']);
});
