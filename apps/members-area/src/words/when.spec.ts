import { learningTime, sortableMoment } from './when';

describe('when', () => {
  it('writes moments for spreadsheets in London time', () => {
    expect(sortableMoment(new Date('2026-11-02T09:05:00Z'))).toBe('2026-11-02 09:05');
    expect(sortableMoment(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01 00:30');
  });

  it.each([
    [0, 'none'],
    [30, 'less than a minute'],
    [60, '1 minute'],
    [1500, '25 minutes'],
    [3600, '1 hour'],
    [3900, '1 hour 5 minutes'],
    [7180, '2 hours'],
  ])('says %i seconds as "%s"', (seconds, words) => {
    expect(learningTime(seconds)).toBe(words);
  });
});
