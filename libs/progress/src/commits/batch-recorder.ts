import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Transactions } from '@induct/platform';
import { BatchReader, type Judged } from './batch-reader';
import type { Acknowledged, CommitAnswer } from './commit-answer';
import { CommitRepository } from './commit.repository';
import { DifferentCommits, type DifferentNote } from './different-commits';
import type { Incoming } from './incoming';
import { Doubting } from './doubting.service';
import { KnownPlaces } from './known-places';
import { type Outcome, outcomeOf } from './outcome';
import { CourseCompletedAgain } from '../attempt/progress.events';
import { statusOf } from './status';
import type { Work } from './work';

/** What became of a commit: answered; its registration changed since it was read; or it could not be written. */
export type Recorded = { answer: CommitAnswer } | { overtaken: true } | { error: unknown };

/** Records a batch: one read, one write; and one transaction more when somebody completed a course. */
@Injectable()
export class BatchRecorder {
  private readonly different = new DifferentCommits();

  constructor(
    private readonly reader: BatchReader,
    private readonly places: KnownPlaces,
    private readonly commits: CommitRepository,
    private readonly doubting: Doubting,
    private readonly transactions: Transactions,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws when nothing at all could be read */
  async record(batch: readonly Incoming[]): Promise<Recorded[]> {
    const judged = await this.reader.judge(batch);
    await this.auditDifferent(judged);
    const works = new Set(judged.flatMap((one) => ('verdict' in one ? one.about.work : [])));
    const outcomes = new Map(Array.from(works, (work) => [work, outcomeOf(work)]));
    const unwritten = await this.write([...outcomes.values()].filter(({ work }) => work.commits.length > 0));
    return judged.map((one) => {
      if ('overtaken' in one) return { overtaken: true };
      if ('refused' in one) return { answer: { ok: false, error: one.refused } };
      const { work } = one.about;
      return unwritten.get(work) ?? { answer: this.acknowledge(one, outcomes.get(work)!) };
    });
  }

  private acknowledge(one: Extract<Judged, { verdict: string }>, outcome: Outcome): Acknowledged {
    this.places.keep(one.commit, one.about, outcome);
    const answer: Acknowledged = { ok: true, seq: one.commit.body.seq, status: statusOf(outcome) };
    if (one.verdict === 'duplicate') answer.duplicate = true;
    if (one.about.superseded) answer.superseded = true;
    return answer;
  }

  /** @returns what went wrong, for the registrations that were not written */
  private async write(outcomes: readonly Outcome[]): Promise<Map<Work, { overtaken: true } | { error: unknown }>> {
    const unwritten = new Map<Work, { overtaken: true } | { error: unknown }>();
    const ordinary = outcomes.filter((outcome) => !isCompleting(outcome));
    const completing = outcomes.filter(isCompleting);
    for (const [group, write] of [
      [ordinary, () => this.commits.write(ordinary)],
      [completing, () => this.writeAndAnnounce(completing)],
    ] as const) {
      if (group.length === 0) continue;
      try {
        const ids = await write();
        for (const { work } of group) if (!ids.has(work.registrationId)) unwritten.set(work, { overtaken: true });
      } catch (error) {
        for (const { work } of group) unwritten.set(work, { error });
      }
    }
    return unwritten;
  }

  /** Whoever hears of a completed course does so in the transaction that records it; so do the doubts about it. */
  private writeAndAnnounce(outcomes: readonly Outcome[]): Promise<Set<string>> {
    return this.transactions.run(async (tx) => {
      const ids = await this.commits.write(outcomes, tx);
      // In one order: two batches that lock the same people must not wait for each other.
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

  /** What was refused as different and only counted so far. */
  async finish(): Promise<void> {
    await this.audited(this.different.rest());
  }

  private async auditDifferent(judged: readonly Judged[]): Promise<void> {
    for (const one of judged) {
      if (!('refused' in one) || one.refused !== 'different' || !one.about) continue;
      const { work, launch } = one.about;
      const { body, receivedAt } = one.commit;
      const refused = { personId: work.personId, launchId: launch.id, seq: body.seq, sco: body.sco };
      await this.audited(this.different.refused(refused, receivedAt));
    }
  }

  private async audited(notes: readonly DifferentNote[]): Promise<void> {
    for (const { personId: actorId, launchId, ...detail } of notes) {
      const action = 'commit.refused_as_different';
      const event = { actorId, action, subjectType: 'launch', subjectId: launchId, detail };
      await this.transactions.run((tx) => this.audit.record(tx, event));
    }
  }
}

/** A further attempt may complete a course that was completed before. */
function isCompleting({ completed, attempts }: Outcome): boolean {
  return completed !== undefined || attempts.some(({ doubts }) => doubts !== undefined);
}

const completedAgain = ({ work, recordedAt }: Outcome): CourseCompletedAgain =>
  new CourseCompletedAgain(work.personId, work.courseId, recordedAt);

function byPerson({ work: a }: Outcome, { work: b }: Outcome): number {
  if (a.personId === b.personId) return 0;
  return a.personId < b.personId ? -1 : 1;
}
