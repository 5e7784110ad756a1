/**
 * Collects what arrives while batches are being written, and hands it over when one is done: under load many share one
 * round of SQL, alone nobody waits. Items of one key are never in two batches at once.
 */
export class Batches<T> {
  private readonly waiting = new Set<T>();
  private readonly busy = new Set<string>();
  private readonly running = new Set<Promise<void>>();
  private isDue = false;

  /** @param write never rejects: it settles each item by itself */
  constructor(
    private readonly write: (batch: T[]) => Promise<void>,
    private readonly keyOf: (item: T) => string,
    /** Items in a batch, and batches at once. */
    private readonly limits: { items: number; batches: number },
  ) {}

  add(item: T): void {
    this.waiting.add(item);
    if (this.isDue || this.running.size >= this.limits.batches) return;
    this.isDue = true;
    // What arrives in the same turn of the event loop comes along.
    setImmediate(() => {
      this.isDue = false;
      this.start();
    });
  }

  /** Resolves when everything added so far is written. */
  async settled(): Promise<void> {
    while (this.waiting.size > 0 || this.running.size > 0) {
      await Promise.race(this.running);
      await new Promise((done) => setImmediate(done));
    }
  }

  private start(): void {
    const batch = this.next();
    if (batch.length === 0) return;
    const keys = new Set(batch.map(this.keyOf));
    for (const key of keys) this.busy.add(key);
    const run = this.write(batch).then(() => {
      for (const key of keys) this.busy.delete(key);
      this.running.delete(run);
      if (this.waiting.size > 0) this.start();
    });
    this.running.add(run);
  }

  private next(): T[] {
    const batch: T[] = [];
    for (const item of this.waiting) {
      if (batch.length === this.limits.items) break;
      if (this.busy.has(this.keyOf(item))) continue;
      batch.push(item);
      this.waiting.delete(item);
    }
    return batch;
  }
}
