import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, Transactions } from '@induct/platform';
import { DoubtNotFound, LookedAtAlready, OwnCompletion } from './doubt.errors';
import { DoubtRepository } from './doubt.repository';
import { CompletionBelieved } from '../attempt/progress.events';

/** What an officer says after having looked at a completion that is hard to believe. */
export interface Look {
  by: string;
  /** Whether it counts. */
  counts: boolean;
  /** How they know. */
  words: string;
}

/** Until somebody has looked, no award comes of a doubted completion. */
@Injectable()
export class Looks {
  constructor(
    private readonly doubts: DoubtRepository,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Said once. When it counts, whoever hears of it (the award) does so in this transaction.
   * @throws DoubtNotFound, OwnCompletion, LookedAtAlready
   */
  async look(attemptId: string, { by, counts, words }: Look): Promise<void> {
    await this.transactions.run(async (tx) => {
      const doubted = await this.doubts.lock(tx, attemptId);
      if (!doubted) throw new DoubtNotFound();
      const { personId, courseId } = doubted;
      if (personId === by) throw new OwnCompletion();
      if (doubted.counts !== null) throw new LookedAtAlready();
      const at = this.clock.now();
      await this.doubts.looked(tx, attemptId, { by, counts, words, at });
      // Before anything is on record: whoever is at this person's awards waits for the record, and we would wait for them.
      if (counts) await this.announcements.announce(tx, new CompletionBelieved(personId, courseId, at));
      await this.audit.record(tx, {
        actorId: by,
        action: counts ? 'completion.believed' : 'completion.not-believed',
        subjectType: 'person',
        subjectId: personId,
        detail: { attemptId, courseId, words },
      });
    });
  }
}
