import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, FileStore, Transactions } from '@induct/platform';
import type { Certificate } from './certificate';
import { CertificateMail } from './certificate-mail';
import { CertificateQueue } from './certificate-queue';
import { CertificateRepository } from './certificate.repository';
import { LEASE_MS, RenderingRepository } from './rendering.repository';

/** `taken`: somebody else is printing it; `done`: nothing is left to do. */
export type Lease = { certificate: Certificate } | 'taken' | 'done';

/** The worker's side: one certificate at a time, however often its job runs. */
@Injectable()
export class Printing {
  constructor(
    private readonly rendering: RenderingRepository,
    private readonly certificates: CertificateRepository,
    private readonly files: FileStore,
    private readonly mail: CertificateMail,
    private readonly queue: CertificateQueue,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async take(certificateId: string, worker: string): Promise<Lease> {
    const certificate = await this.rendering.lease(certificateId, worker, this.clock.now());
    if (!certificate) {
      const known = await this.certificates.find(certificateId);
      return known && !known.renderedAt ? 'taken' : 'done';
    }
    // Left by a worker that died between the file and the row.
    if (certificate.pdfSha256) await this.files.remove(certificate.pdfSha256);
    return { certificate };
  }

  /** Runs `work`, keeping the lease for as long as it takes. */
  async whileHolding<T>(certificateId: string, worker: string, work: () => Promise<T>): Promise<T> {
    const renew = () => void this.rendering.renew(certificateId, worker, this.clock.now()).catch(() => undefined);
    const timer = setInterval(renew, LEASE_MS / 3);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Stores a checked PDF: the file first, then the row and the letter to the holder in one transaction. */
  async store(certificate: Certificate, worker: string, pdf: Uint8Array): Promise<void> {
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.rendering.announce(certificate.id, worker, sha256);
    await this.files.put(pdf);
    const stored = await this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const mine = await this.rendering.store(tx, certificate.id, worker, { sha256, bytes: pdf.length, at });
      if (mine) await this.mail.post(tx, certificate, 'issued');
      return mine;
    });
    if (!stored) await this.files.remove(sha256);
  }

  /** The worker ends, and nothing was wrong: the next one prints it, and no try is counted. */
  async handBack(certificateId: string, worker: string): Promise<void> {
    await this.rendering.handBack(certificateId, worker);
  }

  async failed(certificateId: string, worker: string, error: Error): Promise<void> {
    await this.rendering.giveUp(certificateId, worker, error.message);
  }

  /**
   * Adds the jobs that the tables miss.
   * @param thorough add them even when the queue holds as many as are missing, and so has most likely lost none: adding
   * those again would only slow down the printing
   */
  async addLost(limit: number, thorough: boolean): Promise<void> {
    const ids = await this.rendering.unrendered(this.clock.now(), limit);
    if (ids.length > 0 && (thorough || (await this.queue.held()) < ids.length)) await this.queue.print(ids);
  }
}
