import { Injectable } from '@nestjs/common';
import { Outbox, type PostedLetter } from '@induct/letters';
import { Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';

/** What would come of an act, and which letters would go. */
export interface Rehearsed<T> {
  result: T;
  letters: readonly PostedLetter[];
}

/** Tries an act out before somebody presses the button: what a check page says is what the act itself has done. */
@Injectable()
export class Rehearsal {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
  ) {}

  /** @throws whatever the act is refused with */
  of<T>(act: (tx: EntityManager) => Promise<T>): Promise<Rehearsed<T>> {
    return this.transactions.rehearse(async (tx) => {
      const letters = this.outbox.watch(tx);
      return { result: await act(tx), letters };
    });
  }
}
