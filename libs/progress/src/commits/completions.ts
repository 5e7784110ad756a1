import { Injectable } from '@nestjs/common';
import { Announcements, Transactions } from '@induct/platform';
import { Batches } from './batches';
import { CommitRepository } from './commit.repository';
import { Doubting } from './doubting.service';
import type { Outcome } from './outcome';
import { CourseCompletedAgain } from '../attempt/progress.events';
import { isDatabaseAway } from './tracking.errors';

/** What went wrong: its registration changed since it was read, or it could not be written. */
export type Unwritten = { overtaken: true } | { error: unknown };

interface Pending {
  outcome: Outcome;
  settle: (unwritten: Unwritten | undefined) => void;
}

/** One transaction at a time: who completes something while it is written shares the next. */
const LIMITS = { items: 128, batches: 1 };

/**
 * Records what completes a course. Whoever hears of a completed course does so in the transaction that records it, and so do
 * the doubts about it; it takes many times as long as an ordinary commit, which does not wait for it.
 */
@Injectable()
export class Completions {
  private readonly batches = new Batches<Pending>((batch) => this.record(batch), LIMITS);
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly commits: CommitRepository,
    private readonly doubting: Doubting,
    private readonly transactions: Transactions,
    private readonly announcements: Announcements,
  ) {}

  /** Resolves when it is durably recorded, or was not. */
  write(outcome: Outcome): Promise<Unwritten | undefined> {
    const { registrationId } = outcome.work;
    const written = new Promise<Unwritten | undefined>((settle) => this.batches.add({ outcome, settle }));
    const over = written.then(() => {
      if (this.underWay.get(registrationId) === over) this.underWay.delete(registrationId);
    });
    this.underWay.set(registrationId, over);
    return written;
  }

  /** Resolves when what completes this registration is recorded; undefined when nothing does. */
  of(registrationId: string): Promise<unknown> | undefined {
    return this.underWay.get(registrationId);
  }

  private async record(batch: Pending[]): Promise<void> {
    try {
      const ids = await this.writeAndAnnounce(batch.map(({ outcome }) => outcome));
      for (const { outcome, settle } of batch)
        settle(ids.has(outcome.work.registrationId) ? undefined : { overtaken: true });
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) for (const { settle } of batch) settle({ error });
      // One bad commit must not sink the others.
      else for (const one of batch) await this.record([one]);
    }
  }

  private writeAndAnnounce(outcomes: readonly Outcome[]): Promise<Set<string>> {
    return this.transactions.run(async (tx) => {
      const ids = await this.commits.writeAlone(tx, outcomes);
      // In one order: two processes that lock the same people must not wait for each other.
      const written = outcomes.filter(({ work }) => ids.has(work.registrationId)).toSorted(byPerson);
      if (written.length === 0) return ids;
      await this.doubting.weigh(tx, written);
      await this.announcements.announceAll(
        tx,
        written.map((outcome) => outcome.completed ?? completedAgain(outcome)),
      );
      return ids;
    });
  }
}

/** A further attempt may complete a course that was completed before. */
export function isCompleting({ completed, attempts }: Outcome): boolean {
  return completed !== undefined || attempts.some(({ doubts }) => doubts !== undefined);
}

const completedAgain = ({ work, recordedAt }: Outcome): CourseCompletedAgain =>
  new CourseCompletedAgain(work.personId, work.courseId, recordedAt);

function byPerson({ work: a }: Outcome, { work: b }: Outcome): number {
  if (a.personId === b.personId) return 0;
  return a.personId < b.personId ? -1 : 1;
}
