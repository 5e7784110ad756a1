import { mixed, mixedBut, newSeed, shuffled } from './browser/shuffle';

const letters = 'abcd'.split('');
const keys = (count: number) => Array.from({ length: count }, (_, index) => `${index} question`);

describe('the orders of the player', () => {
  it('are the same for the same key, and hold everything once', () => {
    for (const key of keys(20)) {
      expect(mixed(letters, key)).toEqual(mixed(letters, key));
      expect(mixed(letters, key).toSorted()).toEqual(letters);
    }
  });

  it('put every choice in every place about as often, whatever the key', () => {
    const of = 4000;
    const first = keys(of).map((key) => mixed(letters, key));
    for (let place = 0; place < 4; place++) {
      for (const letter of letters) {
        const share = first.filter((order) => order[place] === letter).length / of;
        expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
      }
    }
  });

  it('differ between two questions of one learner', () => {
    const same = keys(1000).filter(
      (key) => mixed(letters, `${key} x`).join('') === mixed(letters, `${key} y`).join(''),
    );
    expect(same.length).toBeLessThan(90);
  });

  it('never are the one that would be right', () => {
    const orders = keys(500).map((key) => mixedBut(['a', 'b', 'c'], key, ['b', 'c', 'a']).join(''));
    expect(new Set(orders)).toEqual(new Set(['abc', 'acb', 'bac', 'cab', 'cba']));
  });

  it('come from a seed that is never the one that stands for none', () => {
    expect([newSeed(() => 0), newSeed(() => 0.999_999_999_9)]).toEqual([1, 2_147_483_646]);
  });

  it('come from Fisher and Yates', () => expect(shuffled(letters, () => 0)).toEqual(['b', 'c', 'd', 'a']));
});
