import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { CoreSkills } from '../requirements/core-skills.service';
import { readRule } from '../rules/rule';
import type { Batch, BatchFilter, BatchRow, BatchScheme } from './batch';
import { BatchNotFound, NoSuchScheme, NothingToIssue } from './batch.errors';
import { BatchRepository, type WantedRows } from './batch.repository';
import { CandidateQueries } from './candidate.queries';
import { digestOf, type DryRow, dryRow, type MovedRow, movedBetween } from './dry-run';

/** What came of pressing "Issue": the worker is at it, or somebody moved and nothing is issued. */
export type Begun = { begun: true } | { begun: false; moved: MovedRow[] };

const ALL = 1_000_000;

/**
 * Officers issue many certificates in one go: a dry run says for each person what would be done and why, and is carried out
 * only as it was read. The worker does it, one transaction a person.
 */
@Injectable()
export class Batches {
  constructor(
    private readonly batches: BatchRepository,
    private readonly candidates: CandidateQueries,
    private readonly coreSkills: CoreSkills,
    private readonly people: PeopleService,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the dry run's id; nothing is issued @throws NoSuchScheme */
  async dryRun(filter: BatchFilter, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const { rows, digest } = await this.look(tx, filter, by);
      const batch = { ...filter, id: this.ids.uuid(), digest, madeBy: by, madeAt: this.clock.now() };
      await this.batches.add(tx, { ...batch, begunBy: null, begunAt: null, finishedAt: null }, rows);
      return batch.id;
    });
  }

  /** @throws BatchNotFound */
  async find(id: string): Promise<Batch> {
    const batch = await this.batches.find(id);
    if (!batch) throw new BatchNotFound();
    return batch;
  }

  /** The newest first. */
  newest(limit: number): Promise<Batch[]> {
    return this.batches.newest(limit);
  }

  /** By name. */
  rows(id: string, page: WantedRows & { limit: number; offset: number }): Promise<{ rows: BatchRow[]; total: number }> {
    return this.batches.rows(id, page);
  }

  /**
   * Carries a dry run out, once: whoever presses later finds it begun. When it would say anything else now, nothing is
   * issued, and who moved is told.
   * @param digest of what was read
   * @throws BatchNotFound, NothingToIssue, NotAllowed, TooNewToConfirm
   */
  async begin(id: string, digest: string, by: string): Promise<Begun> {
    return this.transactions.run(async (tx) => {
      const batch = await this.batches.lock(tx, id);
      if (!batch) throw new BatchNotFound();
      if (batch.begunAt) return { begun: true };
      if (batch.toIssue === 0) throw new NothingToIssue();
      await this.people.mayConfirm(tx, by, 'officer');
      const now = await this.look(tx, batch, batch.madeBy);
      if (now.digest !== batch.digest || digest !== batch.digest) {
        const { rows } = await this.batches.rows(id, { limit: ALL, offset: 0 }, tx);
        return { begun: false, moved: movedBetween(rows, now.rows) };
      }
      await this.batches.begin(tx, id, by, this.clock.now());
      await this.audit.record(tx, {
        actorId: by,
        action: 'batch.begun',
        subjectType: 'batch',
        subjectId: id,
        detail: { scheme: batch.schemeId, toIssue: batch.toIssue, digest, madeBy: batch.madeBy },
      });
      return { begun: true };
    });
  }

  /** All schemes, by name, and who issues their certificates. */
  schemes(): Promise<BatchScheme[]> {
    return this.batches.schemes(dayInLondon(this.clock.now()));
  }

  /** From now on; what was issued and what waits stays as it is. */
  async letIssue(schemeId: string, issuedBy: SchemeEntity['issuedBy'], by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.batches.setIssuedBy(tx, schemeId, issuedBy))) return;
      const detail = { issuedBy };
      await this.audit.record(tx, {
        actorId: by,
        action: 'scheme.issued-by',
        subjectType: 'scheme',
        subjectId: schemeId,
        detail,
      });
    });
  }

  private async look(
    tx: EntityManager,
    filter: BatchFilter,
    madeBy: string,
  ): Promise<{ rows: DryRow[]; digest: string }> {
    await this.coreSkills.keepInStep(tx);
    const version = await this.candidates.version(tx, filter.schemeId, filter.untilDay);
    if (!version) throw new NoSuchScheme();
    const people = await this.candidates.people(tx, filter, dayInLondon(this.clock.now()));
    const without = people.filter(({ awardedOn }) => awardedOn === null).map(({ personId }) => personId);
    const evidence = await this.candidates.evidence(tx, without);
    const { titles, core } = await this.candidates.requirements(tx, dayInLondon(this.clock.now()));
    const facts = {
      rule: readRule(version.rule),
      terms: version,
      core,
      titles,
      evidence,
      untilDay: filter.untilDay,
      madeBy,
    };
    const rows = people
      .map((person) => dryRow(person, facts))
      .filter(({ outcome }) => !filter.onlyWithout || outcome !== 'has_one');
    return { rows, digest: digestOf(version.id, rows) };
  }
}
