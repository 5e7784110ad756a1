import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { BatchRecorder, type Recorded, type RecordedByAndBy } from './batch-recorder';
import { Batches } from './batches';
import type { CommitAnswer } from './commit-answer';
import type { CommitBody } from './commit-body';
import { type Incoming, incoming } from './incoming';
import { isDatabaseAway, NotRecordedNow } from './tracking.errors';

/**
 * More in a batch only makes the first ones wait longer. While the disk confirms one batch, the next is worked out and
 * sent; more than two at once would only be smaller ones.
 */
const LIMITS = { items: 128, batches: 2 };
/** How often a commit is worked out again because another process wrote to its registration in between. */
const TRIES = 10;

interface Pending {
  commit: Incoming;
  answer(answer: CommitAnswer): void;
  fail(error: unknown): void;
}

/** Records commits: all that arrive together in one round of SQL. */
@Injectable()
export class Tracking implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Tracking.name);
  private readonly batches = new Batches<Pending>((batch) => this.record(batch), LIMITS);
  /** What is answered after its batch. */
  private readonly later = new Set<Promise<void>>();

  constructor(
    private readonly recorder: BatchRecorder,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the commit is durably recorded, or refused.
   * @param body passed isCommitBody
   * @throws NotRecordedNow: nothing was recorded, or nobody knows; try again
   */
  commit(token: string, body: CommitBody): Promise<CommitAnswer> {
    const commit = incoming(token, body, this.clock.now());
    return new Promise((answer, fail) => this.batches.add({ commit, answer, fail }));
  }

  /** What was accepted is written before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.batches.settled();
    while (this.later.size > 0) await Promise.all(this.later);
    await this.recorder.finish();
  }

  private async record(batch: Pending[], tries = TRIES): Promise<void> {
    let recorded: RecordedByAndBy[];
    try {
      recorded = await this.recorder.record(batch.map(({ commit }) => commit));
    } catch (error) {
      return this.recordSingly(batch, error);
    }
    const now: [Pending, Recorded][] = [];
    const later: Promise<[Pending, Recorded]>[] = [];
    for (const [index, pending] of batch.entries()) {
      const became = recorded[index]!;
      if ('later' in became) later.push(became.later.then((known) => [pending, known]));
      else now.push([pending, became]);
    }
    if (later.length > 0) this.settleLater(later, tries);
    await this.settle(now, tries);
  }

  private settleLater(later: Promise<[Pending, Recorded]>[], tries: number): void {
    const settled = Promise.all(later)
      .then((known) => this.settle(known, tries))
      .finally(() => this.later.delete(settled));
    this.later.add(settled);
  }

  private async settle(settled: readonly [Pending, Recorded][], tries: number): Promise<void> {
    const overtaken: Pending[] = [];
    const failed: Pending[] = [];
    let reason: unknown;
    for (const [pending, became] of settled) {
      if ('answer' in became) pending.answer(became.answer);
      else if ('error' in became) {
        failed.push(pending);
        reason = became.error;
      } else overtaken.push(pending);
    }
    if (failed.length > 0) await this.recordSingly(failed, reason);
    if (overtaken.length > 0) await this.recordAgain(overtaken, tries - 1);
  }

  private async recordAgain(overtaken: Pending[], tries: number): Promise<void> {
    if (tries > 0) return this.record(overtaken, tries);
    for (const pending of overtaken) pending.fail(new NotRecordedNow('overtaken again and again'));
  }

  /** One bad commit must not sink the others of its batch. */
  private async recordSingly(batch: Pending[], error: unknown): Promise<void> {
    if (batch.length === 1 || isDatabaseAway(error)) {
      this.logger.error(error);
      for (const pending of batch) pending.fail(new NotRecordedNow(error));
      return;
    }
    for (const pending of batch) await this.record([pending]);
  }
}
