import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { CONFIG, type Config, type Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { askedToRenew } from './running-out.letter';
import { RunningOutRepository } from './running-out.repository';

/** Certificates that run out, for their holders' letter of the day. */
@Injectable()
export class RunningOutAsking implements AskingSource, OnModuleInit {
  readonly order = 18;
  readonly isMandatory = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly runningOut: RunningOutRepository,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  waiting(look: Look): Promise<AskedReader[]> {
    return this.runningOut.waiting(look);
  }

  async ask(tx: EntityManager, { personId }: AskedReader, when: { today: Day; until: Day }): Promise<Asked[]> {
    const items = await this.runningOut.tell(tx, personId, when);
    return items.length === 0 ? [] : [askedToRenew(items, this.config.SITE_ORIGIN)];
  }
}
