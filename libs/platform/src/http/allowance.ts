import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * So many a minute for each caller, a few of them at once: a bucket that fills evenly. Generous, because a whole council
 * may sit behind one address; numbers cannot be guessed anyway. Why not a library: decision 0961.
 */
export class Allowance {
  /** Who asked longest ago is forgotten first. */
  private readonly buckets = new LRUCache<string, { left: number; at: number }>({ max: MOST_REMEMBERED });

  constructor(private readonly perMinute: number) {}

  /**
   * @param cost what is taken; more than the whole costs the whole
   * @returns seconds to wait, 0 when it is granted
   */
  take(caller: string, now: number, cost = 1): number {
    const taken = Math.min(cost, this.perMinute);
    const known = this.buckets.get(caller);
    // The clock may be put back: that takes nothing away.
    const refilled = known ? known.left + (Math.max(0, now - known.at) / MINUTE_MS) * this.perMinute : this.perMinute;
    const left = Math.min(this.perMinute, refilled);
    this.buckets.set(caller, { left: left >= taken ? left - taken : left, at: now });
    return left >= taken ? 0 : Math.ceil(((taken - left) / this.perMinute) * 60);
  }
}
