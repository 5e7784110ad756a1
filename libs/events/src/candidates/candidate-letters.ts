import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { areLetterHours, Outbox } from '@induct/letters';
import {
  Clock,
  CONFIG,
  type Config,
  Council,
  dayInLondon,
  daysLater,
  errorWords,
  readerCouncil,
  Repeating,
  Transactions,
} from '@induct/platform';
import { candidateLetter } from './candidate.letter';
import { CandidateRepository, type WaitingProgramme } from './candidate.repository';
import { going, KNOWN_DAYS } from './when-it-goes';

const EVERY_MS = 60_000;
/** Letters of one transaction. */
const AT_ONCE = 100;

/** Writes to candidates once nominations are closed, in letter hours, each once; and forgets who they were. */
@Injectable()
export class CandidateLetters implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CandidateLetters.name);
  private readonly looking = new Repeating(
    EVERY_MS,
    () => this.look(),
    (error) => this.logger.warn(`letters to candidates: ${errorWords(error)}`),
  );

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly rows: CandidateRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.start(0);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looking.stop();
  }

  /** Everything that is to do now. */
  async look(): Promise<void> {
    const now = this.clock.now();
    const today = dayInLondon(now);
    await this.transactions.run((tx) => this.rows.forget(tx, daysLater(today, -KNOWN_DAYS), now));
    if (!areLetterHours(now)) return;
    for (const programme of await this.rows.waiting(today)) {
      if (going({ pollOn: programme.pollOn, isPublished: true }, now) !== 'goes') continue;
      while ((await this.write(programme, now)) === AT_ONCE);
    }
  }

  /** @returns how many got it */
  private write({ id: programmeId, slug, title, pollOn }: WaitingProgramme, now: Date): Promise<number> {
    const about = {
      title,
      pollOn: pollOn!,
      url: `${this.config.SITE_ORIGIN}/programmes/${slug}`,
    };
    return this.transactions.run(async (tx) => {
      const candidates = await this.rows.sending(tx, programmeId, now, AT_ONCE);
      for (const { id, name, email } of candidates)
        await this.outbox.post(tx, {
          once: ['programme', programmeId, id],
          recipient: email!,
          letter: () => candidateLetter(name!, { ...about, council: readerCouncil(this.council.current) }),
        });
      return candidates.length;
    });
  }
}
