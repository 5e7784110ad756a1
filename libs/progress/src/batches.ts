/**
 * Collects what arrives while a batch is being written, and hands it over when that is done: under load many share one
 * round of SQL, alone nobody waits.
 */
export class Batches<T> {
  private waiting: T[] = [];
  private writing?: Promise<void>;

  /** @param write never rejects: it settles each item by itself */
  constructor(
    private readonly write: (batch: T[]) => Promise<void>,
    private readonly most: number,
  ) {}

  add(item: T): void {
    this.waiting.push(item);
    this.writing ??= this.writeAll();
  }

  /** Resolves when everything added so far is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    // What arrived in the same turn of the event loop comes along.
    await new Promise((done) => setImmediate(done));
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, this.most));
    this.writing = undefined;
  }
}
