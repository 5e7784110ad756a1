import { setImmediate as breath } from 'node:timers/promises';
import { Turns } from './turns';

describe('turns', () => {
  it('are taken one after the other, in the order in which they came, also when one fails', async () => {
    const turns = new Turns();
    const said: string[] = [];
    const act = (name: string, fails = false) =>
      turns.take(['a'], async () => {
        said.push(`${name} begins`);
        await breath();
        said.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const done = await Promise.allSettled([act('1'), act('2', true), act('3')]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(said).toEqual(['1', '2', '3'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('of several things are never waited for in a ring', async () => {
    const turns = new Turns();
    const pairs = [['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'a'], ['a', 'a'], []];
    const acts = Array.from({ length: 60 }, (_, nth) => turns.take(pairs[nth % pairs.length]!, () => breath(nth)));
    expect(await Promise.all(acts)).toEqual(Array.from({ length: 60 }, (_, nth) => nth));
  });

  it('of other things are not waited for', async () => {
    const turns = new Turns();
    let end = () => {};
    const long = turns.take(['a'], () => new Promise<void>((done) => (end = done)));
    expect(await turns.take(['b'], () => Promise.resolve('b'))).toBe('b');
    end();
    await long;
  });
});
