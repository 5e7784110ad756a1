import { Injectable } from '@nestjs/common';
import { Certificates } from '@induct/accreditation';
import { Deliveries } from '@induct/letters';
import { AuditTrail, Transactions } from '@induct/platform';
import { NotHere } from '../../frame/not-here';
import type { FailedWork } from './retry.form';

/** Another try for work that failed. */
@Injectable()
export class Retrying {
  constructor(
    private readonly certificates: Certificates,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  /** @param by person @throws CertificateNotFound */
  async certificate(id: string, by: string): Promise<void> {
    await this.certificates.retry(id, by);
  }

  /** Each by itself: what somebody else has tried again or sent meanwhile is left out. @throws CertificateNotFound */
  async all(jobs: readonly FailedWork[], by: string): Promise<void> {
    for (const { kind, id } of jobs) {
      if (kind === 'certificates') await this.certificate(id, by);
      else
        await this.letter(id, by).catch((error: unknown) => {
          if (!(error instanceof NotHere)) throw error;
        });
    }
  }

  /** Makes the letter due now; the worker takes it from there. @param by person @throws NotHere */
  async letter(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.deliveries.retry(tx, id))) throw new NotHere('letter waiting to be sent');
      await this.audit.record(tx, { actorId: by, action: 'letter.retried', subjectType: 'mail', subjectId: id });
    });
  }
}
