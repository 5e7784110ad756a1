import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WantedReport } from './report.job';

/** Tries by itself; after that somebody asks again. */
export const MOST_ATTEMPTS = 5;
/** Renewed while somebody works, so that the work of a killed worker is free again soon. */
export const LEASE_MS = 5000;

export interface LeasedReport {
  revision: number;
  /** In hex: the PDF that is replaced. */
  sha256: string | null;
  /** In hex: left by a worker that died between the file and the row. */
  storing: string | null;
}

/** What the worker writes about printing reports. */
@Injectable()
export class ReportRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns undefined when somebody else is printing it, or nothing is to be printed */
  async lease(roundId: string, worker: string, now: Date): Promise<LeasedReport | undefined> {
    const [rows] = await this.source.query<[LeasedReport[], number]>(
      `update round_report
          set leased_by = $2, leased_until = $3::timestamptz + $4 * interval '1 ms', attempts = attempts + 1
        where round_id = $1 and made_of is distinct from revision and (leased_until is null or leased_until < $3)
        returning revision, encode(sha256, 'hex') as sha256, encode(storing_sha256, 'hex') as storing`,
      [roundId, worker, now, LEASE_MS],
    );
    return rows[0];
  }

  async renew(roundId: string, worker: string, now: Date): Promise<void> {
    await this.source.query(
      `update round_report set leased_until = $3::timestamptz + $4 * interval '1 ms'
        where round_id = $1 and leased_by = $2`,
      [roundId, worker, now, LEASE_MS],
    );
  }

  async isWanted(roundId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'select 1 from round_report where round_id = $1 and made_of is distinct from revision',
      [roundId],
    );
    return rows.length > 0;
  }

  /** Names the file before it is put into the store, so that whoever finds the work undone can remove it. */
  async announce(roundId: string, worker: string, sha256: string): Promise<void> {
    await this.source.query(
      `update round_report set storing_sha256 = decode($3, 'hex') where round_id = $1 and leased_by = $2`,
      [roundId, worker, sha256],
    );
  }

  /** @returns false when the lease was lost to another worker */
  async store(
    roundId: string,
    worker: string,
    pdf: { revision: number; sha256: string; bytes: number; at: Date },
  ): Promise<boolean> {
    const [rows] = await this.source.query<[unknown[], number]>(
      `update round_report
          set sha256 = decode($4, 'hex'), bytes = $5, made_at = $6, made_of = $3, storing_sha256 = null,
              leased_by = null, leased_until = null, error = null, attempts = 0
        where round_id = $1 and leased_by = $2
        returning 1`,
      [roundId, worker, pdf.revision, pdf.sha256, pdf.bytes, pdf.at],
    );
    return rows.length > 0;
  }

  /** The worker ends before it has printed: as if it had never begun. */
  async handBack(roundId: string, worker: string): Promise<void> {
    await this.source.query(
      `update round_report set leased_by = null, leased_until = null, attempts = greatest(attempts - 1, 0)
        where round_id = $1 and leased_by = $2`,
      [roundId, worker],
    );
  }

  async giveUp(roundId: string, worker: string, error: string): Promise<void> {
    await this.source.query(
      `update round_report set leased_by = null, leased_until = null, error = $3
        where round_id = $1 and leased_by = $2`,
      [roundId, worker, error.slice(0, 1000)],
    );
  }

  /** Wished for, due and nobody's work, the longest waiting first. */
  wanted(now: Date, limit: number): Promise<WantedReport[]> {
    return this.source.query(
      `select round_id as "roundId", revision from round_report
        where made_of is distinct from revision and wanted_at <= $1 and (leased_until is null or leased_until < $1)
          and (error is null or attempts < $2)
        order by wanted_at limit $3`,
      [now, MOST_ATTEMPTS, limit],
    );
  }
}
