import type { Clock } from '@induct/platform';
import { LRUCache } from 'lru-cache';

/** Counting fewer records than this is quick: then it is done anew each time, and is always exact. */
const WORTH_REUSING = 5_000;
const FRESH_MS = 10_000;
/** Older than this it is not shown at all: the reader waits for a new count. */
const OLDEST_MS = 60_000;
const KEPT = 200;

interface Entry<T> {
  value: T;
  at: number;
  renewing: boolean;
}

/** Results that were dear to count. A reader gets the last one at once while a new one is counted behind it. */
export class Reused<T> {
  private readonly entries = new LRUCache<string, Entry<T>>({ max: KEPT });
  private readonly counting = new Map<string, Promise<T>>();

  /** @param cost how many records the count had to look at */
  constructor(
    private readonly clock: Clock,
    private readonly cost: (value: T) => number,
  ) {}

  async get(key: string, count: () => Promise<T>): Promise<T> {
    const entry = this.entries.get(key);
    const age = entry ? this.clock.now().getTime() - entry.at : Infinity;
    if (!entry || age > OLDEST_MS) return this.renew(key, count);
    if (age > FRESH_MS && !entry.renewing) {
      entry.renewing = true;
      // A failure is met by the reader who waits for it once the entry is too old.
      this.renew(key, count).catch(() => (entry.renewing = false));
    }
    return entry.value;
  }

  /** Readers who come while it is counted share the count. */
  private renew(key: string, count: () => Promise<T>): Promise<T> {
    const running = this.counting.get(key);
    if (running) return running;
    const at = this.clock.now().getTime();
    const work = count()
      .then((value) => {
        this.entries.delete(key);
        if (this.cost(value) >= WORTH_REUSING) this.entries.set(key, { value, at, renewing: false });
        return value;
      })
      .finally(() => this.counting.delete(key));
    this.counting.set(key, work);
    return work;
  }
}
