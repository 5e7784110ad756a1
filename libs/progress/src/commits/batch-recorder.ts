import { Injectable } from '@nestjs/common';
import { AuditTrail, Transactions } from '@induct/platform';
import { BatchReader, type Judged } from './batch-reader';
import type { Acknowledged, CommitAnswer } from './commit-answer';
import { CommitRepository } from './commit.repository';
import { Completions, isCompleting, type Unwritten } from './completions';
import { DifferentCommits, type DifferentNote } from './different-commits';
import type { Incoming } from './incoming';
import { KnownPlaces } from './known-places';
import { type Outcome, outcomeOf } from './outcome';
import { statusOf } from './status';
import type { Work } from './work';

/** What became of a commit: answered; its registration changed since it was read; or it could not be written. */
export type Recorded = { answer: CommitAnswer } | Unwritten;

/** What becomes of a commit that completes a course, and of what rests on it, is known later: others need not wait for it. */
export type RecordedByAndBy = Recorded | { later: Promise<Recorded> };

/** Records a batch: one read, one write; and one transaction more when somebody completed a course. */
@Injectable()
export class BatchRecorder {
  private readonly different = new DifferentCommits();

  constructor(
    private readonly reader: BatchReader,
    private readonly places: KnownPlaces,
    private readonly commits: CommitRepository,
    private readonly completions: Completions,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws when nothing at all could be read */
  async record(batch: readonly Incoming[]): Promise<RecordedByAndBy[]> {
    const judged = await this.reader.judge(batch);
    await this.auditDifferent(judged);
    const works = new Set(judged.flatMap((one) => ('verdict' in one ? one.about.work : [])));
    const outcomes = new Map(Array.from(works, (work) => [work, outcomeOf(work)]));
    const toWrite = [...outcomes.values()].filter(({ work }) => work.commits.length > 0);
    // What was read before a completion was recorded is read again after it: it must not be recorded first.
    const isFree = ({ work }: Outcome) => !this.completions.of(work.registrationId);
    const waiting = new Map(
      toWrite.filter((one) => !isFree(one)).map(({ work }) => [work, this.completions.of(work.registrationId)!]),
    );
    const free = toWrite.filter(isFree);
    const completing = new Map(
      free.filter(isCompleting).map((outcome) => [outcome.work, this.completions.write(outcome)]),
    );
    const unwritten = await this.write(free.filter((outcome) => !isCompleting(outcome)));
    return judged.map((one) => {
      if ('overtaken' in one) return overtakenAfter(completing.values());
      if ('refused' in one) return { answer: { ok: false, error: one.refused } };
      const { work } = one.about;
      const acknowledged = () => ({ answer: this.acknowledge(one, outcomes.get(work)!) });
      const [completed, before] = [completing.get(work), waiting.get(work)];
      if (completed) return { later: completed.then((without) => without ?? acknowledged()) };
      if (before) return overtakenAfter([before]);
      return unwritten.get(work) ?? acknowledged();
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
  private async write(outcomes: readonly Outcome[]): Promise<Map<Work, Unwritten>> {
    if (outcomes.length === 0) return new Map();
    try {
      const ids = await this.commits.write(outcomes);
      const left = outcomes.filter(({ work }) => !ids.has(work.registrationId));
      return new Map(left.map(({ work }) => [work, { overtaken: true }]));
    } catch (error) {
      return new Map(outcomes.map(({ work }) => [work, { error }]));
    }
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

/** To be looked at again, once these are recorded. */
function overtakenAfter(completing: Iterable<Promise<unknown>>): RecordedByAndBy {
  const before = [...completing];
  if (before.length === 0) return { overtaken: true };
  return { later: Promise.all(before).then(() => ({ overtaken: true })) };
}
