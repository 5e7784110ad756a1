/** Longest that an item waits for company. */
const PATIENCE_MS = 1;

/**
 * Collects what arrives while batches are being written, and hands it over when one is done: under load many share one
 * round of SQL, alone nobody waits. Those who were in the last batch are often about to come again: as many as it held
 * are waited for, and as many as make batches that are written side by side equal, but never longer than a millisecond.
 */
export class Batches<T> {
  private readonly waiting: T[] = [];
  private readonly writing = new Set<Promise<void>>();
  private lastSize = 1;
  private inHand = 0;
  private timer?: NodeJS.Timeout;

  /** @param write never rejects: it settles each item by itself */
  constructor(
    private readonly write: (batch: T[]) => Promise<void>,
    /** Items in a batch, and batches at once. */
    private readonly limits: { items: number; batches: number },
  ) {}

  add(item: T): void {
    this.waiting.push(item);
    this.startWhenWorthwhile();
  }

  /** Resolves when everything added so far is written. */
  async settled(): Promise<void> {
    while (this.waiting.length > 0 || this.writing.size > 0) {
      if (this.writing.size > 0) await Promise.race(this.writing);
      else this.start();
    }
  }

  private startWhenWorthwhile(): void {
    if (this.writing.size >= this.limits.batches || this.waiting.length === 0) return;
    if (this.waiting.length >= Math.max(this.lastSize, this.equalShare())) this.start();
    else this.timer ??= setTimeout(() => this.start(), PATIENCE_MS);
  }

  private equalShare(): number {
    return Math.ceil((this.waiting.length + this.inHand) / this.limits.batches);
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting.splice(0, this.limits.items);
    this.lastSize = batch.length;
    this.inHand += batch.length;
    const written = this.write(batch).then(() => {
      this.writing.delete(written);
      this.inHand -= batch.length;
      this.startWhenWorthwhile();
    });
    this.writing.add(written);
  }
}
