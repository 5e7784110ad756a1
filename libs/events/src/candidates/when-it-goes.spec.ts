import { daysOfPoll, going } from './when-it-goes';

describe('when the programme goes to candidates', () => {
  it('is from four in the afternoon on, London time, when nominations close', () => {
    // Printed for 4 May 2017: nominations until 4 April, 16:00; in summer time that is 15:00 UTC.
    expect(daysOfPoll('2017-05-04')).toEqual({ from: new Date('2017-04-04T15:00:00Z'), knownUntil: '2017-06-03' });
  });

  it.each([
    ['no poll', null, true, '2017-04-10T10:00:00Z'],
    ['not published', '2017-05-04', false, '2017-04-10T10:00:00Z'],
    ['nominations open', '2017-05-04', true, '2017-04-04T14:59:59Z'],
    ['goes', '2017-05-04', true, '2017-04-04T15:00:00Z'],
    ['goes', '2017-05-04', true, '2017-05-04T22:59:59Z'],
    ['poll is over', '2017-05-04', true, '2017-05-04T23:00:00Z'],
  ] as const)('is: %s', (expected, pollOn, isPublished, now) => {
    expect(going({ pollOn, isPublished }, new Date(now))).toBe(expected);
  });
});
