import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, FileStore } from '@induct/platform';
import type { RoundReport } from './report';
import type { WantedReport } from './report.job';
import { RoundReports } from './report.queries';
import { LEASE_MS, type LeasedReport, ReportRepository } from './report.repository';

/** `taken`: somebody else is printing it; `done`: nothing is left to do. */
export type ReportLease = { report: RoundReport; wish: LeasedReport } | 'taken' | 'done';

/** The worker's side: one report at a time, however often its job runs. */
@Injectable()
export class ReportPrinting {
  constructor(
    private readonly repository: ReportRepository,
    private readonly reports: RoundReports,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** What the outbox holds, for the queue. */
  wanted(limit: number): Promise<WantedReport[]> {
    return this.repository.wanted(this.clock.now(), limit);
  }

  async take(roundId: string, worker: string): Promise<ReportLease> {
    const wish = await this.repository.lease(roundId, worker, this.clock.now());
    if (!wish) return (await this.repository.isWanted(roundId)) ? 'taken' : 'done';
    if (wish.storing && wish.storing !== wish.sha256) await this.files.remove(wish.storing);
    // Read after the lease: it says what the wish's revision says, or more.
    const report = (await this.reports.of(roundId))!;
    return { report, wish };
  }

  /** Runs `work`, keeping the lease for as long as it takes. */
  async whileHolding<T>(roundId: string, worker: string, work: () => Promise<T>): Promise<T> {
    const renew = () => void this.repository.renew(roundId, worker, this.clock.now()).catch(() => undefined);
    const timer = setInterval(renew, LEASE_MS / 3);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Stores a checked PDF: the file first, then the row; then the one before it goes. */
  async store(roundId: string, worker: string, wish: LeasedReport, pdf: Uint8Array): Promise<void> {
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.repository.announce(roundId, worker, sha256);
    await this.files.put(pdf);
    const made = { revision: wish.revision, sha256, bytes: pdf.length, at: this.clock.now() };
    const stored = await this.repository.store(roundId, worker, made);
    const unused = stored ? wish.sha256 : sha256;
    if (unused && !(stored && unused === sha256)) await this.files.remove(unused);
  }

  /** The worker ends, and nothing was wrong: the next one prints it, and no try is counted. */
  async handBack(roundId: string, worker: string): Promise<void> {
    await this.repository.handBack(roundId, worker);
  }

  async failed(roundId: string, worker: string, error: Error): Promise<void> {
    await this.repository.giveUp(roundId, worker, error.message);
  }
}
