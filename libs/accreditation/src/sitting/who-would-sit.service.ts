import { Injectable } from '@nestjs/common';
import { Clock, type Day, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type Sitter, sittersOf } from './who-may-sit.queries';
import { PLACED, type PlacedParameters, type PlacedRow } from './who-may-sit.sql';

/** Everybody with a place on the bodies on a day, as it is and as it would be. */
export interface WouldSit {
  before: Sitter[];
  after: Sitter[];
}

interface Asked {
  /** Left out: all bodies but political groups. */
  bodyIds?: readonly string[];
  day: Day;
}

/** Carries the answer out of the transaction that is taken back. */
class TakenBack extends Error {
  constructor(readonly answer: WouldSit) {
    super('What was tried is taken back');
  }
}

/** What an act would change for who may sit, before it is done: it is done, looked at, and taken back. */
@Injectable()
export class WhoWouldSit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param act by its `tx` alone @throws what the act throws */
  async after(asked: Asked, act: (tx: EntityManager) => Promise<unknown>): Promise<WouldSit> {
    try {
      return await this.transactions.run(async (tx) => {
        const before = await this.on(tx, asked);
        await act(tx);
        throw new TakenBack({ before, after: await this.on(tx, asked) });
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.answer;
      throw error;
    }
  }

  private async on(tx: EntityManager, { bodyIds, day }: Asked): Promise<Sitter[]> {
    const parameters: PlacedParameters = [bodyIds ?? null, day, this.clock.now(), null];
    return sittersOf(await tx.query<PlacedRow[]>(PLACED, parameters));
  }
}
