import { hours } from './report.view';

describe('the report', () => {
  it.each([
    [0, '0'],
    [100, 'under 0.1'],
    [3600, '1'],
    [12_700, '3.5'],
  ])('counts %i seconds as %s', (seconds, words) => {
    expect(hours(seconds)).toBe(words);
  });
});
