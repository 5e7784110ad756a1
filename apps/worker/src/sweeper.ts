import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Awards } from '@induct/accreditation';
import { Postroom } from '@induct/letters';
import { GroupCopy } from '@induct/people';
import { errorWords, Repeating } from '@induct/platform';
import { LostPrints } from '@induct/printing';

const EVERY_MS = 1000;
/** Awards are made with the commits; what is looked for here is rare and the question is larger. */
const AWARDS_EVERY = 60;
/** A queue may hold as many documents as are missing, and not the same ones. */
const THOROUGH_EVERY = 10;
/** More than the worker prints or sends in that time; the oldest come first. */
const AT_ONCE = 50;

/** Tables are the truth: every second the jobs that they say are missing are added again. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Sweeper.name);
  private sweeps = 0;
  private readonly sweeping = new Repeating(
    EVERY_MS,
    () => this.sweep(),
    // The database may be away for a moment: the next sweep finds everything again.
    (error) => this.logger.warn(`sweep: ${errorWords(error)}`),
  );

  constructor(
    private readonly awards: Awards,
    private readonly groups: GroupCopy,
    private readonly prints: LostPrints,
    private readonly postroom: Postroom,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start(0);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.stop();
  }

  /** Adds what is missing now. */
  async sweep(): Promise<void> {
    if (this.sweeps++ % AWARDS_EVERY === 0) await this.awards.considerOverdue();
    await this.groups.beginDay();
    await this.prints.addAgain(AT_ONCE, this.sweeps % THOROUGH_EVERY === 0);
    await this.postroom.tidy(AT_ONCE);
  }
}
