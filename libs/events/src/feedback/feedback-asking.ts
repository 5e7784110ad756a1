import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Asking } from './asking.service';
import { askedFeedback } from './feedback.letters';

/** What people are asked about sessions they were at, for their letter of the day; and one reminder. */
@Injectable()
export class FeedbackAsking implements AskingSource, OnModuleInit {
  readonly order = 30;
  readonly isMandatory = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly asking: Asking,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  prepare(): Promise<void> {
    return this.asking.askDue();
  }

  waiting(look: Look): Promise<AskedReader[]> {
    return this.asking.untold(look);
  }

  async ask(tx: EntityManager, { personId }: AskedReader): Promise<Asked[]> {
    const told = await this.asking.tell(tx, personId);
    return told.map((one) => askedFeedback({ ...one, url: `${this.config.SITE_ORIGIN}/feedback/${one.sessionId}` }));
  }
}
