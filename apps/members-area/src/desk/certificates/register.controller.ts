import { Readable } from 'node:stream';
import { Controller, Get, Query, Render, Res } from '@nestjs/common';
import { Certificates, REGISTER_PAGE_SIZE } from '@induct/accreditation';
import { AuditTrail, Clock, CSV_BEGIN, dayInLondon, Transactions } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { pageWithin } from '../../lists/paging';
import { RegisterFilter } from './register-filter';
import { REGISTER_HEADS, registerLine, registerView } from './register.view';

/** The register of certificates. */
@Controller('admin')
@Access('officer')
export class RegisterController {
  constructor(
    private readonly certificates: Certificates,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get('certificates')
  @Render('desk/certificates/register.page.njk')
  async show(@Query() query: unknown) {
    const filter = RegisterFilter.parse(query);
    let found = await this.page(filter, filter.page);
    const page = pageWithin(filter.page, REGISTER_PAGE_SIZE, found.total);
    if (page !== filter.page) found = await this.page(filter, page);
    const validity = this.certificates.validity.bind(this.certificates);
    return { ...registerView({ filter: { ...filter, page }, ...found, validity }) };
  }

  @Get('certificates.csv')
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
