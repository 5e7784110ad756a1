import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { Batches } from './batches';

/** Batches whose writing the test ends by hand. */
function trial(most = 100, atOnce = 1) {
  const begun: number[][] = [];
  const ends: (() => void)[] = [];
  const batches = new Batches<number>(
    (batch) => {
      begun.push(batch);
      return new Promise((end) => ends.push(end));
    },
    { items: most, batches: atOnce },
  );
  const add = (...items: number[]) => items.forEach((item) => batches.add(item));
  const end = async (nth = 0) => {
    ends.splice(nth, 1)[0]?.();
    await turn();
  };
  return { begun, add, end, batches };
}

describe('batches', () => {
  it('write at once what comes alone', () => {
    const { begun, add } = trial();
    add(1);
    expect(begun).toEqual([[1]]);
  });

  it('collect what arrives while one is written', async () => {
    const { begun, add, end } = trial();
    add(1, 2, 3);
    await end();
    expect(begun).toEqual([[1], [2, 3]]);
  });

  it('wait for as many as last time, but not long', async () => {
    const { begun, add, end } = trial();
    add(1, 2, 3, 4);
    await end();
    await end();
    add(5, 6);
    expect(begun).toHaveLength(2);
    add(7);
    expect(begun).toEqual([[1], [2, 3, 4], [5, 6, 7]]);
    await end();
    add(8);
    await pause(20);
    expect(begun.at(-1)).toEqual([8]);
  });

  it('are never larger than allowed', async () => {
    const { begun, add, end } = trial(2);
    add(1, 2, 3, 4);
    await end();
    expect(begun).toEqual([[1], [2, 3]]);
  });

  it('are written side by side as far as allowed', async () => {
    const { begun, add, end } = trial(100, 2);
    add(1, 2, 3, 4);
    expect(begun).toEqual([[1], [2]]);
    await end();
    expect(begun).toEqual([[1], [2], [3, 4]]);
  });

  it('wait for an equal share beside a larger one', async () => {
    const { begun, add, end } = trial(100, 2);
    add(1, 2, 3, 4, 5, 6);
    await end();
    await end();
    expect(begun).toEqual([[1], [2], [3, 4, 5, 6]]);
    add(7);
    await pause(20);
    await end(1);
    add(8, 9, 10);
    expect(begun.at(-1)).toEqual([7]);
    add(11);
    expect(begun.at(-1)).toEqual([8, 9, 10, 11]);
  });

  it('are settled when all is written', async () => {
    const { add, end, batches } = trial();
    add(1, 2);
    let isSettled = false;
    const settled = batches.settled().then(() => (isSettled = true));
    await end();
    expect(isSettled).toBe(false);
    await end();
    await settled;
  });
});
