import { calendarDaysUntil, dayInLondon, daysLater, isDay, momentInLondon, writtenMomentInLondon } from './london-day';

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

  it('is a day that there is, and nothing but a day', () => {
    const days = ['2026-11-22', '2028-02-29'];
    const none = [
      '2026-02-29',
      '2026-13-01',
      '2026-11-31',
      '2026-1-2',
      '2026-11-22T00:00',
      ' 2026-11-22',
      '',
      '0000-01-01',
    ];
    expect([...days, ...none].filter(isDay)).toEqual(days);
  });

  it('is counted to another as a calendar counts, whatever the hour', () => {
    const until = (moment: string, now: string) => calendarDaysUntil(new Date(moment), new Date(now));
    expect(until('2026-11-23T00:10:00Z', '2026-11-22T23:50:00Z')).toBe(1);
    expect(until('2026-06-30T23:10:00Z', '2026-06-30T22:50:00Z')).toBe(1);
    expect(until('2026-10-26T12:00:00Z', '2026-10-24T12:00:00Z')).toBe(2);
    expect(until('2026-11-20T12:00:00Z', '2026-11-22T12:00:00Z')).toBe(-2);
    expect(until('2026-11-22T01:00:00Z', '2026-11-22T22:00:00Z')).toBe(0);
  });

  it.each([
    ['2026-11-22', '2026-11-22T17:00:00.000Z'],
    ['2026-07-01', '2026-07-01T16:00:00.000Z'],
    ['2026-03-29', '2026-03-29T16:00:00.000Z'],
    ['2026-10-25', '2026-10-25T17:00:00.000Z'],
  ])('has a moment at which it is five o’clock in London: %s', (day, moment) => {
    expect(momentInLondon(day, '17:00').toISOString()).toBe(moment);
  });

  it.each([
    ['2026-11-22', '2026-11-22T00:00:00Z', '2026-11-22T23:59:59Z'],
    ['2026-07-01', '2026-07-01T00:00:00+01:00', '2026-07-01T23:59:59+01:00'],
    ['2026-03-29', '2026-03-29T00:00:00Z', '2026-03-29T23:59:59+01:00'],
    ['2026-10-25', '2026-10-25T00:00:00+01:00', '2026-10-25T23:59:59Z'],
  ])('is written with its beginning and its end as they are in London: %s', (day, begins, ends) => {
    expect(writtenMomentInLondon(day, '00:00')).toBe(begins);
    expect(writtenMomentInLondon(day, '23:59:59')).toBe(ends);
  });
});
