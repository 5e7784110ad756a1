import { Injectable } from '@nestjs/common';
import { areLetterHours } from '@induct/letters';
import { Clock, dayInLondon, RepeatedWork, Settings, Transactions } from '@induct/platform';
import { MarksRepository } from '../mandates/marks.repository';
import { ThoseAbove } from './those-above.service';
import { Settling } from '../mandates/settling.service';

const EVERY_MS = 2000;
/** People whose ids are read at once; each has a transaction of their own. */
const AT_ONCE = 200;
/** Key of the setting: the last day on which everybody was looked at. */
const LOOKED_ON = 'mandates.looked-on';

/**
 * Settles whoever is marked, and everybody when a day begins in London or has begun while no worker was there; in letter hours
 * those above are told. What is due is read from the tables, so nothing is forgotten.
 */
@Injectable()
export class ObligationsSweeper extends RepeatedWork {
  constructor(
    private readonly settling: Settling,
    private readonly marks: MarksRepository,
    private readonly above: ThoseAbove,
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super('obligations', EVERY_MS);
  }

  async work(): Promise<void> {
    await this.beginDay();
    await this.each(
      () => this.marks.marked(AT_ONCE),
      (id) => this.settle(id),
    );
    if (!areLetterHours(this.clock.now())) return;
    await this.each(
      () => this.marks.toTell(dayInLondon(this.clock.now()), AT_ONCE),
      (id) => this.above.reach(id),
    );
    await this.above.tell();
  }

  private settle(personId: string) {
    return this.transactions.run((tx) => this.settling.settle(tx, personId, dayInLondon(this.clock.now())));
  }

  /** What begins, ends and falls due with a day is nobody's act: everybody is looked at. */
  private async beginDay(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    if ((await this.settings.find(LOOKED_ON)) === today) return;
    await this.transactions.run(async (tx) => {
      await this.marks.markEverybody(tx);
      await this.settings.set(tx, LOOKED_ON, today, this.clock.now());
    });
  }

  private async each(read: () => Promise<string[]>, act: (personId: string) => Promise<unknown>): Promise<void> {
    let ids: string[];
    do {
      ids = await read();
      for (const id of ids) {
        if (this.isStopping) return;
        await act(id);
      }
    } while (ids.length === AT_ONCE);
  }
}
