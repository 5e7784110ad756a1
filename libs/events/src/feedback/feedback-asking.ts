import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { Clock, CONFIG, type Config, type Day, dayInLondon } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Asking } from './asking.service';
import { askedFeedback } from './feedback.letters';
import { FeedbackRepository, type Telling } from './feedback.repository';
import { REMINDED_AFTER_DAYS } from './timetable';

const DAY_MS = 24 * 3_600_000;

/** What people are asked about sessions they were at, for their letter of the day; and one reminder. */
@Injectable()
export class FeedbackAsking implements AskingSource, OnModuleInit {
  readonly order = 30;
  readonly isMandatory = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly asking: Asking,
    private readonly rows: FeedbackRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  prepare(): Promise<void> {
    return this.asking.askDue();
  }

  waiting(look: Look): Promise<AskedReader[]> {
    return this.rows.waiting(this.telling(), look);
  }

  async ask(tx: EntityManager, { personId }: AskedReader): Promise<Asked[]> {
    const told = await this.rows.tell(tx, personId, this.telling(), this.clock.now());
    return told.map((one) => askedFeedback({ ...one, url: `${this.config.SITE_ORIGIN}/feedback/${one.sessionId}` }));
  }

  private telling(): Telling {
    const now = this.clock.now();
    return { today: dayInLondon(now), toldBefore: new Date(now.getTime() - REMINDED_AFTER_DAYS * DAY_MS) };
  }
}
