import { Readable } from 'node:stream';
import { Get, Query, Res } from '@nestjs/common';
import { Certificates, REGISTER_PAGE_SIZE } from '@induct/accreditation';
import { AuditTrail, Clock, CSV_BEGIN, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { RegisterFilter } from './register-filter';
import { REGISTER_HEADS, registerLine } from './register.view';

/** The register as a file. Taking it away is on record. */
@Screen({ path: 'admin/certificates.csv', access: ['officer'] })
export class RegisterFileController {
  constructor(
    private readonly certificates: Certificates,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get()
  async file(@Query() query: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const filter = RegisterFilter.parse(query);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'register.exported',
        subjectType: 'register',
        subjectId: filter.state || 'all',
        detail: { state: filter.state, searched: filter.q !== '' },
      }),
    );
    const name = `certificates-${dayInLondon(this.clock.now())}.csv`;
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(this.lines(filter)));
  }

  private async *lines(filter: RegisterFilter): AsyncGenerator<string> {
    yield CSV_BEGIN + REGISTER_HEADS;
    const { total } = await this.page(filter, 1);
    // One issued meanwhile stands on top and pushes the others down: a line may come twice, none is left out.
    for (let page = 1; (page - 1) * REGISTER_PAGE_SIZE < total; page += 1) {
      const { certificates } = await this.page(filter, page);
      yield certificates
        .map((certificate) => registerLine(certificate, this.certificates.validity(certificate)))
        .join('');
    }
  }

  private page({ state, q }: RegisterFilter, page: number) {
    return this.certificates.register({ state: state || undefined, q: q || undefined, page });
  }
}
