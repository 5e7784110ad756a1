import { Injectable } from '@nestjs/common';
import { BookingLetters } from '@induct/events';
import { Outbox, type PostedLetter } from '@induct/letters';
import { Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';

/** What would come of an act, and which letters would go. */
export interface Rehearsed<T> {
  result: T;
  /** At once. */
  letters: readonly PostedLetter[];
  /** As soon as the hours begin in which people are written to. */
  later: readonly PostedLetter[];
}

/** Tries an act out before somebody presses the button: what a check page says is what the act itself has done. */
@Injectable()
export class Rehearsal {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly letters: BookingLetters,
  ) {}

  /** @param sessionIds on which it acts @throws whatever the act is refused with */
  of<T>(sessionIds: readonly string[], act: (tx: EntityManager) => Promise<T>): Promise<Rehearsed<T>> {
    return this.transactions.rehearse(async (tx) => {
      // What waits already is not of this act.
      await this.letters.writeWaitingOf(tx, sessionIds);
      const posted = this.outbox.watch(tx);
      const result = await act(tx);
      const atOnce = posted.length;
      await this.letters.writeWaitingOf(tx, sessionIds);
      return { result, letters: posted.slice(0, atOnce), later: posted.slice(atOnce) };
    });
  }
}
