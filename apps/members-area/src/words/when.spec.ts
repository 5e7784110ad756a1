import { sortableMoment } from './when';

describe('when', () => {
  it('writes moments for spreadsheets in London time', () => {
    expect(sortableMoment(new Date('2026-11-02T09:05:00Z'))).toBe('2026-11-02 09:05');
    expect(sortableMoment(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01 00:30');
  });
});
