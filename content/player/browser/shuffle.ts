/**
 * A list in another order (Fisher and Yates).
 * @param random like Math.random
 */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** The same list in the same order for the same key, however often and wherever it is asked for. */
export const mixed = <T>(list: readonly T[], key: string): T[] => shuffled(list, randomFrom(key));

/** The same, but never in this one order: a list that is to be put right must not come right. */
export function mixedBut<T>(list: readonly T[], key: string, not: readonly T[]): T[] {
  const order = mixed(list, key);
  return order.every((entry, index) => entry === not[index]) ? [...order.slice(1), order[0]!] : order;
}

/** A number that a learner's orders come from; never 0, which stands for none yet. */
export const newSeed = (random: () => number): number => 1 + Math.floor(random() * 0x7fff_fffe);

/** Like Math.random, but from a text: FNV-1a makes a number of it, Mulberry32 further numbers of that. */
function randomFrom(key: string): () => number {
  let state = 0x811c_9dc5;
  for (let index = 0; index < key.length; index++) state = Math.imul(state ^ key.charCodeAt(index), 0x0100_0193);
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
    return ((mix ^ (mix >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
