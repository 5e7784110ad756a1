import { Get, Query, Render } from '@nestjs/common';
import { Certificates, REGISTER_PAGE_SIZE } from '@induct/accreditation';
import { Screen } from '../../frame/screen';
import { pageWithin } from '../../lists/paging';
import { RegisterFilter } from './register-filter';
import { registerView } from './register.view';

/** The register of certificates. */
@Screen({
  path: 'admin/certificates',
  access: ['officer'],
  title: 'Certificates',
  menu: { area: 'desk', text: 'Certificates', order: 60 },
  back: 'All certificates',
})
export class RegisterController {
  constructor(private readonly certificates: Certificates) {}

  @Get()
  @Render('desk/certificates/register.page.njk')
  async show(@Query() query: unknown) {
    const filter = RegisterFilter.parse(query);
    let found = await this.page(filter, filter.page);
    const page = pageWithin(filter.page, REGISTER_PAGE_SIZE, found.total);
    if (page !== filter.page) found = await this.page(filter, page);
    const validity = this.certificates.validity.bind(this.certificates);
    return { ...registerView({ filter: { ...filter, page }, ...found, validity }) };
  }

  private page({ state, q }: RegisterFilter, page: number) {
    return this.certificates.register({ state: state || undefined, q: q || undefined, page });
  }
}
