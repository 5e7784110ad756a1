import { Injectable } from '@nestjs/common';
import { Certificates } from '@induct/accreditation';
import { Deliveries } from '@induct/letters';
import { AuditTrail, Transactions } from '@induct/platform';
import { NotHere } from '../../frame/not-here';

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

  /** Makes the letter due now; the worker takes it from there. @param by person @throws NotHere */
  async letter(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.deliveries.retry(tx, id))) throw new NotHere('letter waiting to be sent');
      await this.audit.record(tx, { actorId: by, action: 'letter.retried', subjectType: 'mail', subjectId: id });
    });
  }
}
