import { Get, Param, Req, Res } from '@nestjs/common';
import { Batches, BatchNotFound, type BatchRow } from '@induct/accreditation';
import { AuditTrail, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { BATCH_ROWS } from './batch.view';

const AT_ONCE = 500;

/** A batch as a file. Taking it away is on record. */
@Screen({ path: 'admin/batches', access: ['officer'] })
export class BatchFileController {
  constructor(
    private readonly batches: Batches,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  @Get(fileAddresses(':id'))
  async file(
    @Param('id') id: string,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isId(id)) throw new BatchNotFound();
    await this.batches.find(id);
    const kind = fileKindOf(request);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'batch.exported',
        subjectType: 'batch',
        subjectId: id,
        detail: { as: kind },
      }),
    );
    return await sendListFile(reply, { kind, name: `batch-${id}`, columns: BATCH_ROWS, batches: this.pages(id) });
  }

  private async *pages(id: string): AsyncGenerator<BatchRow[]> {
    for (let offset = 0; ; offset += AT_ONCE) {
      const { rows } = await this.batches.rows(id, { limit: AT_ONCE, offset });
      if (rows.length > 0) yield rows;
      if (rows.length < AT_ONCE) return;
    }
  }
}
