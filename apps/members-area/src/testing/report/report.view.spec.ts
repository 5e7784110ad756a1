import { hours } from './report.view';

describe('the report', () => {
  it.each([
    [0, '0 hours'],
    [100, 'under 0.1 hours'],
    [3600, '1 hour'],
    [12_700, '3.5 hours'],
  ])('counts %i seconds as %s', (seconds, words) => {
    expect(hours(seconds)).toBe(words);
  });
});
