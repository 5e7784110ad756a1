import { learningTime } from './learning-time';

describe('learning time', () => {
  it.each([
    [0, 'none'],
    [30, 'less than a minute'],
    [60, '1 minute'],
    [1500, '25 minutes'],
    [3570, '1 hour'],
    [3600, '1 hour'],
    [3900, '1 hour 5 minutes'],
    [7180, '2 hours'],
    [30 * 3600 + 60, '30 hours 1 minute'],
  ])('of %i seconds is said as "%s"', (seconds, words) => {
    expect(learningTime(seconds)).toBe(words);
  });
});
