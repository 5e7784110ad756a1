import { FixedClock } from '../../../../../test/support/fixed-clock';
import { Reused } from './reused';

function counter(size: number) {
  let counts = 0;
  const clock = new FixedClock();
  const reused = new Reused<{ size: number; nth: number }>(clock, (value) => value.size);
  return {
    clock,
    read: async () => (await reused.get('all', async () => ({ size, nth: ++counts }))).nth,
  };
}

describe('reused counts', () => {
  it('counts a small council anew each time, so that its figures are exact', async () => {
    const { read } = counter(2025);
    expect([await read(), await read()]).toEqual([1, 2]);
  });

  it('counts a large council once for everybody who asks within ten seconds', async () => {
    const { read, clock } = counter(100_000);
    expect(await read()).toBe(1);
    clock.advance(9_000);
    expect(await read()).toBe(1);
  });

  it('shows the last count while a new one is made, and that one to the next reader', async () => {
    const { read, clock } = counter(100_000);
    await read();
    clock.advance(11_000);
    expect(await read()).toBe(1);
    await new Promise(setImmediate);
    expect(await read()).toBe(2);
  });

  it('does not show a count older than a minute', async () => {
    const { read, clock } = counter(100_000);
    await read();
    clock.advance(61_000);
    expect(await read()).toBe(2);
  });

  it('lets readers who come at the same time share one count', async () => {
    const { read } = counter(5);
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  });
});
