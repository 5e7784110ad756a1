import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { Clock, CONFIG, type Config, type Day, dayInLondon, daysLater, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type Digest, digestLetter, dueLetter } from './due.letters';
import { Due } from './due.queries';
import { type Asked, nextDay, READERS, toSay } from './ladder';
import { ObligationRepository } from './obligation.repository';
import type { Addressee } from './person-facts.queries';
import { type AskedObligation, Settling } from './settling.service';
import { ToldQueries, type ToldReader, type Untold } from './told.queries';

const ABOVE = READERS.filter((reader) => reader !== 'person');

/** Writes what is due to whoever has to meet it, and to those above. Once each, however many workers look. */
@Injectable()
export class Reminders {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly settling: Settling,
    private readonly obligations: ObligationRepository,
    private readonly due: Due,
    private readonly told: ToldQueries,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * What there is to say to somebody today, in one letter. It is worked out anew under the person's lock, so nobody is written to
   * about what they have met.
   */
  async remind(personId: string): Promise<void> {
    const today = dayInLondon(this.clock.now());
    await this.transactions.run(async (tx) => {
      const { person, open } = await this.settling.settle(tx, personId, today);
      if (!person) return;
      const ready = open.filter(({ nextOn }) => nextOn !== null && nextOn <= today);
      const isTold = ready.length > 0 && (await this.obligations.wasTold(tx, personId, today));
      const told: string[] = [];
      for (const one of ready) {
        const rungs = toSay(askedOf(one), one.said, today).filter(({ reader }) => !isTold || reader !== 'person');
        if (rungs.length > 0) await this.obligations.reach(tx, one.id, rungs, today);
        if (rungs.some(({ reader }) => reader === 'person')) told.push(one.id);
        const next = nextDay(askedOf(one), [...one.said, ...rungs], today);
        // One letter a day: what is asked after it waits until tomorrow.
        await this.obligations.lookAgain(tx, one.id, next === today ? daysLater(today, 1) : next);
      }
      if (told.length > 0) await this.write(tx, person, told, today);
    });
  }

  /** Those above are told once a day, all in one letter. */
  async tellThoseAbove(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    await this.transactions.run(async (tx) => {
      if (await this.told.gatherAlone(tx, today)) return;
      const untold = await this.told.untold(tx);
      if (untold.length === 0) return;
      await this.told.told(tx, untold, today);
      for (const [reader, digest] of await this.digests(tx, untold)) {
        await this.outbox.post(tx, {
          once: ['due-above', reader.id, today],
          recipient: reader.email,
          letter: digestLetter(reader.name, digest, this.linkFor(reader)),
        });
      }
    });
  }

  private linkFor({ seesList }: ToldReader) {
    if (seesList)
      return { url: `${this.config.SITE_ORIGIN}/admin/mandates/overdue`, text: 'Everything that is overdue' };
    return { url: `${this.config.SITE_ORIGIN}/admin`, text: 'The officers’ desk' };
  }

  private async write(tx: EntityManager, { personId, name, email }: Addressee, told: readonly string[], today: Day) {
    const items = (await this.due.of(personId, tx)).filter(({ id }) => told.includes(id));
    if (items.length === 0) return;
    await this.outbox.post(tx, {
      once: ['due', personId, today],
      recipient: email,
      letter: dueLetter(name, items, { today, url: `${this.config.SITE_ORIGIN}/standing` }),
    });
  }

  /** What each reader is told: a champion of the own group, and nobody of themselves. */
  private async digests(tx: EntityManager, untold: readonly Untold[]): Promise<Map<ToldReader, Digest>> {
    const { officers, monitoringOfficers } = await this.told.setting(tx);
    const chosen = { champion: [], officer: officers, monitoring_officer: monitoringOfficers };
    const byId = new Map<string, [ToldReader, Digest]>();
    for (const kind of ABOVE) {
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

const askedOf = ({ dueOn, madeOn, mandate }: AskedObligation): Asked => ({
  dueOn,
  madeOn,
  staysInGroup: mandate.who === 'group',
});
