import { Logger } from '@nestjs/common';
import type { Clock, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { PackageReport } from '../reading/package-report';
import type { UploadProgress, UploadRepository } from './upload.repository';

/** How often the row is told. */
const TELL_EVERY = 1_000;
/** Of one in which nothing happens, well within the time for which it counts as alive: a hundred that wait must not write a hundred rows a second. */
const ALIVE_AGAIN = 10_000;

/** An upload that this process is at work on. Its row is told now and then, not for every piece. */
export class RunningUpload {
  private readonly logger = new Logger(RunningUpload.name);
  private now: UploadProgress = { state: 'receiving', bytes: 0 };
  private timer?: NodeJS.Timeout;
  private telling = Promise.resolve();
  private told?: { what: UploadProgress; at: number };

  constructor(
    readonly id: string,
    private readonly transactions: Transactions,
    private readonly uploads: UploadRepository,
    private readonly clock: Clock,
  ) {}

  /** @param alongside what is written down together with it */
  async begin(
    upload: { fileName: string; courseId?: string; uploadedBy: string },
    alongside?: (tx: EntityManager, uploadId: string) => Promise<void>,
  ): Promise<void> {
    const createdAt = this.clock.now();
    const { fileName, uploadedBy, courseId = null } = upload;
    await this.transactions.run(async (tx) => {
      await this.uploads.add(tx, { id: this.id, courseId, fileName, uploadedBy, createdAt });
      await alongside?.(tx, this.id);
    });
    this.timer = setInterval(() => {
      if (this.isWorthTelling()) this.tell();
    }, TELL_EVERY).unref();
  }

  received(bytes: number): void {
    this.now = { state: 'receiving', bytes };
  }

  /** Puts it behind all uploads that wait. @returns its place among them */
  async waiting(bytes: number): Promise<number> {
    this.now = { state: 'waiting', bytes };
    await this.telling;
    return await this.transactions.run((tx) => this.uploads.queueUp(tx, this.id, bytes));
  }

  importing(bytes: number): void {
    this.now = { state: 'importing', bytes };
    this.tell();
  }

  progress(done: number, total: number): void {
    this.now = { ...this.now, state: 'importing', progress: { done, total } };
  }

  async finish(state: 'refused' | 'failed', report: PackageReport): Promise<void> {
    await this.stop();
    await this.transactions.run((tx) => this.end(tx, state, report));
  }

  /** Accepted, in the transaction that made the version. @returns false when the upload was given up meanwhile */
  async accept(tx: EntityManager, report: PackageReport, made: { courseId: string; versionId: string }) {
    await this.stop();
    return await this.end(tx, 'accepted', report, made);
  }

  private end(
    tx: EntityManager,
    state: 'accepted' | 'refused' | 'failed',
    report: PackageReport,
    made?: { courseId: string; versionId: string },
  ): Promise<boolean> {
    return this.uploads.finish(tx, this.id, { state, bytes: this.now.bytes, report, at: this.clock.now() }, made);
  }

  private async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.telling;
  }

  private isWorthTelling(): boolean {
    return this.told?.what !== this.now || performance.now() - this.told.at >= ALIVE_AGAIN;
  }

  private tell(): void {
    const now = this.now;
    this.told = { what: now, at: performance.now() };
    this.telling = this.telling
      .then(() => this.transactions.run((tx) => this.uploads.keepAlive(tx, this.id, now)))
      .catch((error: unknown) => this.logger.error(error));
  }
}
