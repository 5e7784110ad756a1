import type { Delivery } from '../outbox/deliveries';

/** A way for letters out of the house. */
export interface Carrier {
  /**
   * @param signal the worker ends: nothing is waited for any more
   * @throws Undeliverable when another try would end the same; anything else is tried again
   */
  carry(letter: Delivery, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Trying again is of no use: an officer decides. The words hold nothing that opens something. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}
