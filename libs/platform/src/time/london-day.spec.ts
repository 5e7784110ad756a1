import { dayInLondon, daysLater } from './london-day';

describe('the day in London', () => {
  it.each([
    ['2026-11-22T23:59:59.999Z', '2026-11-22'],
    ['2026-11-23T00:00:00Z', '2026-11-23'],
    // Summer time: midnight is at 23:00 UTC.
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00Z', '2026-07-01'],
    // The nights of the change.
    ['2026-03-29T00:30:00Z', '2026-03-29'],
    ['2026-03-29T23:30:00Z', '2026-03-30'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
  ])('at %s is %s', (moment, day) => {
    expect(dayInLondon(new Date(moment))).toBe(day);
  });

  it('is counted on and back over months, years and the change of the clocks', () => {
    expect(daysLater('2027-03-01', -14)).toBe('2027-02-15');
    expect(daysLater('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysLater('2026-03-28', 2)).toBe('2026-03-30');
  });
});
