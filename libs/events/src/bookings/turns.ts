/**
 * Acts on one thing go one after the other, in the order in which they came, and hold no connection of the database while they
 * wait: 200 who want the last place would have all of them. What keeps processes apart is the lock in the transaction.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** @param keys several are waited for in their order, so that nobody waits for somebody who waits for them */
  async take<T>(keys: readonly string[], act: () => Promise<T>): Promise<T> {
    const [key, ...others] = [...new Set(keys)].toSorted();
    if (key === undefined) return act();
    const turn = (this.last.get(key) ?? Promise.resolve()).then(() => this.take(others, act));
    const over = turn.then(nothing, nothing);
    this.last.set(key, over);
    try {
      return await turn;
    } finally {
      if (this.last.get(key) === over) this.last.delete(key);
    }
  }
}

const nothing = () => undefined;
