import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { VersionsRepository } from '../versions/versions.repository';
import { CandidateHasTheLetter, CandidateNotFound, NoPollIsSet, PollIsOver } from './candidate.errors';
import { type CandidateCounts, CandidateRepository, type CandidateRow } from './candidate.repository';
import type { TypedCandidate } from './read-candidates';

/** Who stands for election and is to get the published programme: `CandidateLetters` writes to them. */
@Injectable()
export class Candidates {
  constructor(
    private readonly rows: CandidateRepository,
    private readonly programmes: VersionsRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Whose candidates get it. @param pollOn null: nobody does any more @throws ProgrammeNotFound, PollIsOver */
  setPoll(programmeId: string, pollOn: Day | null, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { pollOn: before } = await this.programmes.locked(tx, programmeId);
      if (pollOn !== null && pollOn < dayInLondon(this.clock.now())) throw new PollIsOver();
      await this.programmes.change(tx, programmeId, { pollOn });
      await this.record(tx, by, 'programme.poll-set', programmeId, { before, after: pollOn });
    });
  }

  /** Who is on the list already stays as they are. @returns how many came @throws ProgrammeNotFound, NoPollIsSet */
  add(programmeId: string, candidates: readonly TypedCandidate[], by: string): Promise<number> {
    return this.transactions.run(async (tx) => {
      const { pollOn } = await this.programmes.locked(tx, programmeId);
      if (pollOn === null || pollOn < dayInLondon(this.clock.now())) throw new NoPollIsSet();
      const said = { programmeId, addedAt: this.clock.now(), addedBy: by, sentAt: null, forgottenAt: null };
      const added = await this.rows.add(
        tx,
        candidates.map((one) => ({ ...one, ...said, id: this.ids.uuid() })),
      );
      await this.record(tx, by, 'programme.candidates-added', programmeId, { added });
      return added;
    });
  }

  /** They withdrew, or were put down by mistake. @throws CandidateNotFound, CandidateHasTheLetter */
  remove(programmeId: string, id: string, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const candidate = await this.rows.locked(tx, id, programmeId);
      if (!candidate) throw new CandidateNotFound();
      if (candidate.sentAt) throw new CandidateHasTheLetter();
      await this.rows.remove(tx, id);
      await this.record(tx, by, 'programme.candidate-removed', programmeId, { candidate: id });
    });
  }

  find(programmeId: string, id: string): Promise<CandidateRow | undefined> {
    return this.rows.find(programmeId, id);
  }

  /** By name. */
  async page(
    programmeId: string,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: CandidateRow[]; counts: CandidateCounts; total: number }> {
    const [rows, counts] = await Promise.all([
      this.rows.page(programmeId, limit, offset),
      this.rows.counts(programmeId),
    ]);
    return { rows, counts, total: counts.all - counts.forgotten };
  }

  /** Without names: they are to be forgotten, and the record is for ever. */
  private async record(
    tx: EntityManager,
    by: string,
    action: string,
    programmeId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { actorId: by, action, subjectType: 'programme', subjectId: programmeId, detail });
  }
}
