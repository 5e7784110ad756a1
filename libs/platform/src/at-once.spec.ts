import { AtOnce, TooManyAtOnce } from './at-once';

/** Pieces of work that end when they are told to. */
function pieces() {
  const ends: (() => void)[] = [];
  const state = { running: 0, most: 0 };
  const work = async () => {
    state.most = Math.max(state.most, ++state.running);
    await new Promise<void>((end) => ends.push(end));
    state.running--;
  };
  const endAll = async () => {
    for (let round = 0; round < 50; round++) {
      ends.splice(0).forEach((end) => end());
      await new Promise((done) => setImmediate(done));
    }
  };
  return { work, state, endAll };
}

describe('work of which only so much runs at once', () => {
  it('waits for its turn, and all of it is done', async () => {
    const { work, state, endAll } = pieces();
    const gate = new AtOnce(3, 10);
    const all = Array.from({ length: 13 }, () => gate.run(work));
    await endAll();
    await Promise.all(all);
    expect(state).toEqual({ running: 0, most: 3 });
  });

  it('is refused when too much waits, and let in again afterwards', async () => {
    const { work, endAll } = pieces();
    const gate = new AtOnce(1, 1);
    const all = [gate.run(work), gate.run(work)];
    await expect(gate.run(work)).rejects.toThrow(TooManyAtOnce);
    await endAll();
    await Promise.all(all);
    await expect(gate.run(async () => 'done')).resolves.toBe('done');
  });

  it('gives its place on when it fails', async () => {
    const gate = new AtOnce(1, 5);
    const failing = gate.run(() => Promise.reject(new Error('no')));
    const next = gate.run(async () => 'done');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });
});
