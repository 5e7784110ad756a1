import { Injectable } from '@nestjs/common';
import { Announcements, type Heard, type Question, Transactions } from '@induct/platform';
import { Batches } from './batches';
import { CommitRepository } from './commit.repository';
import type { CompletedOnDay } from '../doubts/doubt.repository';
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

/** Who completes something while transactions are written shares the next. While the disk confirms one, the other works; more would only be smaller ones. */
const LIMITS = { items: 128, batches: 2 };

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
    const outcomes = batch.map(({ outcome }) => outcome);
    try {
      const ids = await this.writeAndAnnounce(outcomes);
      for (const { outcome, settle } of batch)
        settle(ids.has(outcome.work.registrationId) ? undefined : { overtaken: true });
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) for (const { settle } of batch) settle({ error });
      // One bad commit must not sink the others.
      else for (const one of batch) await this.record([one]);
    }
  }

  /**
   * What is written, what it is weighed by, and what those who hear of it ask first of all, in one message. They may rest on it when
   * everything was written and nothing is doubted, which is nearly always; otherwise they ask again.
   */
  private async writeAndAnnounce(outcomes: readonly Outcome[]): Promise<Set<string>> {
    // In one order: two processes that lock the same people must not wait for each other.
    const inOrder = outcomes.toSorted(byPerson);
    const questions: [Question<Set<string>>, Question<CompletedOnDay[][]>, Question<Heard>] = [
      await this.commits.alone(outcomes),
      this.doubting.days(inOrder),
      this.announcements.ahead(inOrder.map(eventOf)),
    ];
    return this.transactions.asking(questions, async (tx, [ids, days, heard]) => {
      const isWritten = ({ work }: Outcome) => ids.has(work.registrationId);
      const written = inOrder.filter(isWritten);
      if (written.length === 0) return ids;
      const theirDays = days.filter((_, nth) => isWritten(inOrder[nth]!));
      const isDoubted = await this.doubting.weigh(tx, written, theirDays);
      const stillHolds = !isDoubted && written.length === outcomes.length;
      await this.announcements.announceAll(tx, written.map(eventOf), stillHolds ? heard : undefined);
      return ids;
    });
  }
}

/** A further attempt may complete a course that was completed before. */
export function isCompleting({ completed, attempts }: Outcome): boolean {
  return completed !== undefined || attempts.some(({ doubts }) => doubts !== undefined);
}

const eventOf = ({ completed, work, recordedAt }: Outcome): object =>
  completed ?? new CourseCompletedAgain(work.personId, work.courseId, recordedAt);

function byPerson({ work: a }: Outcome, { work: b }: Outcome): number {
  if (a.personId === b.personId) return 0;
  return a.personId < b.personId ? -1 : 1;
}
