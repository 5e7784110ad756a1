import { isTooSlow, USUAL_PATIENCE } from './slow-body';

const minutes = (count: number) => count * 60_000;

describe('the patience with a body', () => {
  it('waits for its first bytes', () => {
    expect(isTooSlow(0, 19_000, USUAL_PATIENCE)).toBe(false);
    expect(isTooSlow(0, 21_000, USUAL_PATIENCE)).toBe(true);
  });

  it('ends with a drip of some bytes a second', () => {
    expect(isTooSlow(25 * 21, 25_000, USUAL_PATIENCE)).toBe(true);
  });

  it('lets 50 MB come over 16 kbit/s, which takes seven hours', () => {
    for (let at = 1; at < 7 * 60; at++) expect(isTooSlow(2000 * 60 * at, minutes(at), USUAL_PATIENCE)).toBe(false);
  });

  it('forgives a line that is away for a while, as long as it made up for it before', () => {
    const bytes = 1_000_000;
    expect(isTooSlow(bytes, minutes(2) + minutes(30), USUAL_PATIENCE)).toBe(false);
  });
});
