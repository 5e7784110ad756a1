import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, Transactions } from '@induct/platform';
import { ElectionDaysRepository, type DatedElection } from './election-days.repository';
import { DeclaredBeforePoll, ElectionIsNotThere, InOfficeBeforeDeclared } from './first-step.errors';

/** The days that are counted from after an election: when its result was declared, and when a by-election's winner came into office. */
@Injectable()
export class ElectionDays {
  constructor(
    private readonly days: ElectionDaysRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param office of a by-election, or null; of every other election the law says it, and it is not kept
   * @throws ElectionIsNotThere, DeclaredBeforePoll, InOfficeBeforeDeclared
   */
  record(electionId: string, said: { declared: Day; office: Day | null; by: string | null }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const before = await this.days.find(electionId, tx);
      if (!before) throw new ElectionIsNotThere();
      const { declared, by } = said;
      const office = before.kind === 'by_election' ? said.office : null;
      if (declared < before.poll) throw new DeclaredBeforePoll();
      if (office !== null && office < declared) throw new InOfficeBeforeDeclared();
      const row = {
        electionId,
        declaredOn: declared,
        inOfficeOn: office,
        recordedAt: this.clock.now(),
        recordedBy: by,
      };
      await this.days.put(tx, row);
      await this.audit.record(tx, {
        actorId: by,
        action: 'election-days.recorded',
        subjectType: 'election',
        subjectId: electionId,
        detail: { before: { declared: before.declared, office: before.office }, after: { declared, office } },
      });
    });
  }

  /** @throws ElectionIsNotThere also when it was taken back */
  async find(electionId: string): Promise<DatedElection> {
    const election = await this.days.find(electionId);
    if (!election) throw new ElectionIsNotThere();
    return election;
  }

  /** The newest first. */
  async page({ limit, offset }: { limit: number; offset: number }): Promise<{ rows: DatedElection[]; total: number }> {
    const [rows, total] = await Promise.all([this.days.page(limit, offset), this.days.count()]);
    return { rows, total };
  }
}
