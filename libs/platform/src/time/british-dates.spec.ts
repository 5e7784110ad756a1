import { britishDate, britishTime, britishTimeAndDate } from './british-dates';

describe('dates on the screen', () => {
  it('are written the British way, with a 24-hour clock', () => {
    expect(britishTimeAndDate(new Date('2026-11-22T14:32:00Z'))).toBe('14:32 on 22 November 2026');
    expect(britishTime('2026-11-22T00:05:00Z')).toBe('00:05');
  });

  it('follow summer time', () => {
    expect(britishTimeAndDate('2026-06-30T23:30:00Z')).toBe('00:30 on 1 July 2026');
  });

  it('keep a day without a time as it is', () => {
    expect(britishDate('2026-06-30')).toBe('30 June 2026');
  });
});
