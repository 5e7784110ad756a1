import { Allowance } from './allowance';

describe('the allowance of checks', () => {
  it('is spent after so many, and fills evenly', () => {
    const allowance = new Allowance(60);
    for (let i = 0; i < 60; i++) expect(allowance.take('a', 0)).toBe(0);
    expect(allowance.take('a', 0)).toBe(1);
    expect(allowance.take('b', 0)).toBe(0);
    expect(allowance.take('a', 1000)).toBe(0);
    expect(allowance.take('a', 1000)).toBe(1);
    expect(allowance.take('a', 120_000)).toBe(0);
  });

  it('takes nothing away when the clock is put back', () => {
    const allowance = new Allowance(2);
    allowance.take('a', 3_600_000);
    expect(allowance.take('a', 0)).toBe(0);
  });

  it('forgets who asked longest ago rather than growing for ever', () => {
    const allowance = new Allowance(1);
    for (let i = 0; i < 20_000; i++) allowance.take(String(i), 0);
    expect(allowance.take('0', 0)).toBe(0);
    expect(allowance.take('19999', 0)).toBe(60);
  });
});
