import { FairTurns } from './fair-turns';

/** Work that ends when it is told to, and what has begun so far. */
function works(turns: FairTurns) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (whose: string, name: string) =>
    turns.run(whose, () => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    });
  const end = async () => {
    ends.shift()!();
    await new Promise(setImmediate);
  };
  return { begun, ask, end };
}

it('takes turns among those who ask: much of one keeps nobody else', async () => {
  const turns = new FairTurns(5, 30);
  const { begun, ask, end } = works(turns);
  const asked = ['1', '2', '3', '4'].map((nth) => ask('Ruth', `Ruth ${nth}`));
  expect(turns.isAwaited).toBe(false);
  asked.push(ask('Farid', 'Farid 1'), ask('Farid', 'Farid 2'));
  expect(turns.isAwaited).toBe(true);
  for (let nth = 0; nth < 6; nth += 1) await end();
  await Promise.all(asked);
  expect(begun).toEqual(['Ruth 1', 'Ruth 2', 'Farid 1', 'Ruth 3', 'Farid 2', 'Ruth 4']);
});

it('refuses more of one than it may wait for, and takes what others ask', async () => {
  const { begun, ask, end } = works(new FairTurns(2, 3));
  const asked = [ask('Ruth', 'a'), ask('Ruth', 'b'), ask('Ruth', 'c')];
  await expect(ask('Ruth', 'd')).rejects.toMatchObject({ title: 'Several of your pages are still being looked at' });
  asked.push(ask('Farid', 'e'));
  await expect(ask('Priya', 'f')).rejects.toMatchObject({ kind: 'unavailable' });
  for (let nth = 0; nth < 4; nth += 1) await end();
  await Promise.all(asked);
  expect(begun.toSorted()).toEqual(['a', 'b', 'c', 'e']);
});

it('goes on when a piece of work fails', async () => {
  const turns = new FairTurns(2, 3);
  const failed = turns.run('Ruth', () => Promise.reject(new Error('no')));
  const next = turns.run('Farid', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('done');
});
