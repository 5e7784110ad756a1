import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { Clock, CONFIG, type Config, dayInLondon, daysLater, said, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { askedOf } from './asked-of';
import { type Digest, digestLetter } from './due.letters';
import { ABOVE_THEM, nextDay, toSay } from '../mandates/ladder';
import { ObligationRepository } from '../mandates/obligation.repository';
import { Settling } from '../mandates/settling.service';
import { ToldQueries, type ToldReader, type Untold } from './told.queries';

/** Tells those above the person what is overdue. Once each, however many workers look. */
@Injectable()
export class ThoseAbove {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly settling: Settling,
    private readonly obligations: ObligationRepository,
    private readonly told: ToldQueries,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What of one person is to be told to others from today on: nothing that the person has not been told of themselves. */
  async reach(personId: string): Promise<void> {
    const today = dayInLondon(this.clock.now());
    await this.transactions.run(async (tx) => {
      const { person, open } = await this.settling.settle(tx, personId, today);
      if (!person) return;
      for (const one of open.filter(({ nextOn }) => nextOn !== null && nextOn <= today)) {
        const isTold = one.said.some(({ reader }) => reader === 'person');
        const rungs = isTold ? toSay(askedOf(one), one.said, today, ABOVE_THEM) : [];
        if (rungs.length > 0) await this.obligations.reach(tx, one.id, rungs, today);
        const next = nextDay(askedOf(one), [...one.said, ...rungs], today, ABOVE_THEM);
        await this.obligations.lookAgain(tx, one.id, { nextOn: next === today ? daysLater(today, 1) : next });
      }
    });
  }

  /** They are told once a day, all in one letter; champions once a week, on its first day for letters. */
  async tell(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    await this.transactions.run(async (tx) => {
      if (await this.told.gatherAlone(tx, today)) return;
      const isFirstOfWeek = await this.told.beginWeek(tx, today, this.clock.now());
      const untold = (await this.told.untold(tx)).filter(({ reader }) => isFirstOfWeek || reader !== 'champion');
      if (untold.length === 0) return;
      await this.told.told(tx, untold, today);
      for (const [reader, digest] of await this.digests(tx, untold)) {
        await this.outbox.post(tx, {
          once: ['due-above', reader.id, today],
          recipient: reader.email,
          letter: () => digestLetter(reader.name, digest, this.linkFor(reader)),
        });
      }
    });
  }

  private linkFor({ seesList }: ToldReader) {
    if (seesList)
      return { url: `${this.config.SITE_ORIGIN}/admin/mandates/overdue`, text: said('Everything that is overdue') };
    return { url: `${this.config.SITE_ORIGIN}/admin`, text: said('The officers’ desk') };
  }

  /** What each reader is told: a champion of the own group, and nobody of themselves. */
  private async digests(tx: EntityManager, untold: readonly Untold[]): Promise<Map<ToldReader, Digest>> {
    const { officers, monitoringOfficers } = await this.told.setting(tx);
    const chosen = { champion: [], officer: officers, monitoring_officer: monitoringOfficers };
    const byId = new Map<string, [ToldReader, Digest]>();
    for (const kind of ABOVE_THEM) {
      const items = untold.filter(({ reader }) => reader === kind);
      if (items.length === 0) continue;
      for (const reader of await this.told.readers(tx, kind, chosen[kind])) {
        const theirs = items.filter(
          ({ personId, group }) =>
            personId !== reader.id && (kind !== 'champion' || (group !== null && group === reader.group)),
        );
        if (theirs.length === 0) continue;
        const [, digest] = byId.get(reader.id) ?? [reader, { champion: [], officer: [], monitoring_officer: [] }];
        byId.set(reader.id, [reader, { ...digest, [kind]: theirs }]);
      }
    }
    return new Map(byId.values());
  }
}
