import { closingTime, deadlineWords, inWords, isNear } from './deadline';

const now = new Date('2026-11-22T14:32:00Z');

describe('deadlines in words', () => {
  it.each([
    ['2026-11-28T17:00:00Z', 'in 6 days'],
    ['2026-11-23T00:05:00Z', 'tomorrow'],
    ['2026-11-22T17:40:00Z', 'in 3 hours'],
    ['2026-11-22T15:00:00Z', 'in less than an hour'],
    ['2026-11-22T14:00:00Z', 'less than an hour ago'],
    ['2026-11-22T12:32:00Z', '2 hours ago'],
    ['2026-11-21T23:59:00Z', 'yesterday'],
    ['2026-11-02T12:32:00Z', '20 days ago'],
    ['2026-07-05T12:32:00Z', '5 months ago'],
  ])('%s is %s', (moment, words) => {
    expect(inWords(new Date(moment), now)).toBe(words);
  });

  it('give the moment with it', () => {
    expect(deadlineWords(new Date('2026-11-29T17:00:00Z'), now)).toBe('17:00 on 29 November 2026, in 7 days');
  });

  it('are near for three days', () => {
    expect(isNear(new Date('2026-11-25T17:00:00Z'), now)).toBe(true);
    expect(isNear(new Date('2026-11-26T00:00:00Z'), now)).toBe(false);
  });

  it('count days as the calendar in London does, over the change of clocks too', () => {
    expect(inWords(new Date('2026-10-26T09:00:00Z'), new Date('2026-10-24T09:00:00Z'))).toBe('in 2 days');
    expect(inWords(new Date('2026-06-30T23:30:00Z'), new Date('2026-06-30T12:00:00Z'))).toBe('tomorrow');
  });

  it('end at five in the afternoon, in summer and in winter', () => {
    expect(closingTime('2026-11-29')).toEqual(new Date('2026-11-29T17:00:00Z'));
    expect(closingTime('2026-06-29')).toEqual(new Date('2026-06-29T16:00:00Z'));
  });
});
