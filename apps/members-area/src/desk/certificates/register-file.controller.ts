import { Get, Query, Req, Res } from '@nestjs/common';
import { Certificates, REGISTER_PAGE_SIZE } from '@induct/accreditation';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { RegisterFilter } from './register-filter';
import { registerPage } from './register-page';
import { REGISTER, type RegisterRow } from './register.view';

/** The register as a file. Taking it away is on record. */
@Screen({ path: 'admin', access: ['officer'] })
export class RegisterFileController {
  constructor(
    private readonly certificates: Certificates,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('certificates'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = RegisterFilter.parse(query);
    const kind = fileKindOf(request);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'register.exported',
        subjectType: 'register',
        subjectId: filter.state || 'all',
        detail: { state: filter.state, searched: filter.q !== '', as: kind },
      }),
    );
    return await sendListFile(reply, {
      kind,
      name: `certificates-${dayInLondon(this.clock.now())}`,
      columns: REGISTER,
      batches: this.pages(filter),
    });
  }

  private async *pages(filter: RegisterFilter): AsyncGenerator<RegisterRow[]> {
    const { total } = await registerPage(this.certificates, { ...filter, page: 1 });
    // One issued meanwhile stands on top and pushes the others down: a line may come twice, none is left out.
    for (let page = 1; (page - 1) * REGISTER_PAGE_SIZE < total; page += 1)
      yield (await registerPage(this.certificates, { ...filter, page })).rows;
  }
}
