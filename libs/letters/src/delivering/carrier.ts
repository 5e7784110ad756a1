import type { Delivery, SentLetter } from '../outbox/deliveries';

/** A letter that came back. */
export interface Returned {
  letter: SentLetter;
  /** In words that hold no address. */
  why: string;
}

/** A way for letters out of the house. */
export interface Carrier {
  /**
   * @param signal the worker ends: nothing is waited for any more
   * @throws Undeliverable when another try would end the same; anything else is tried again
   */
  carry(letter: Delivery, signal: AbortSignal): Promise<void>;
  /**
   * Letters that were taken and could not be handed over after all; none where nobody tells of them.
   * @param sentOf those of some references that are letters of ours, and have gone
   */
  returned(sentOf: (references: readonly string[]) => Promise<SentLetter[]>, signal: AbortSignal): Promise<Returned[]>;
  close(): Promise<void>;
}

/** Trying again is of no use: an officer decides. The words hold nothing that opens something. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}
