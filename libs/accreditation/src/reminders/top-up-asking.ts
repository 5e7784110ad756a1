import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { CONFIG, type Config, type Day, daysLater } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { DueItem } from '../mandates/due.queries';
import { nextDay, toSay } from '../mandates/ladder';
import { MarksRepository } from '../mandates/marks.repository';
import { TopUpRepository } from '../mandates/top-up.repository';
import { type OpenTopUp, TopUps } from '../mandates/top-ups.service';
import { askedToTopUp } from './top-up.letter';

const PERSON = ['person'] as const;

/** What is new beside an award that somebody keeps, for their letter of the day: on the rungs on which a mandate reminds. */
@Injectable()
export class TopUpAsking implements AskingSource, OnModuleInit {
  readonly order = 12;
  readonly isMandatory = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly marks: MarksRepository,
    private readonly rows: TopUpRepository,
    private readonly topUps: TopUps,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  waiting(look: Look): Promise<AskedReader[]> {
    return this.rows.toAsk(look);
  }

  async ask(tx: EntityManager, { personId }: AskedReader, when: { today: Day; until: Day }): Promise<Asked[]> {
    await this.marks.lockAlone(tx, personId);
    const told: DueItem[] = [];
    for (const one of await this.topUps.settle(tx, personId, when.today))
      if (await this.isToSay(tx, personId, one, when)) told.push(one.item);
    if (told.length === 0) return [];
    return [askedToTopUp(told, { today: when.today, site: this.config.SITE_ORIGIN })];
  }

  /** Marked as said, if so. */
  private async isToSay(
    tx: EntityManager,
    personId: string,
    { item, kept }: OpenTopUp,
    { today, until }: { today: Day; until: Day },
  ): Promise<boolean> {
    const { schemeVersionId, madeOn, askOn, saidStep } = kept;
    if (askOn === null || askOn > until) return false;
    // What is missing waits for others: there is nothing that the person could do.
    if (item.needs.length === 0) {
      await this.rows.lookAgain(tx, personId, schemeVersionId, { askOn: daysLater(today, 1), saidStep });
      return false;
    }
    // Nobody above the person is told: it stays the holder's, and officers have the list.
    const asked = { dueOn: item.dueOn, madeOn, staysInGroup: true };
    const said = saidStep === null ? [] : [{ step: saidStep, reader: 'person' as const }];
    const [rung] = toSay(asked, said, until, PERSON);
    const next = nextDay(asked, rung ? [...said, rung] : said, until, PERSON);
    await this.rows.lookAgain(tx, personId, schemeVersionId, { askOn: next, saidStep: rung?.step ?? saidStep });
    return rung !== undefined;
  }
}
