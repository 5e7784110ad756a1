import { Get, Query, Render } from '@nestjs/common';
import { Certificates, REGISTER_PAGE_SIZE } from '@induct/accreditation';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { RegisterFilter } from './register-filter';
import { registerPage } from './register-page';
import { registerView } from './register.view';

/** The register of certificates. */
@Screen({
  path: 'admin/certificates',
  access: ['officer'],
  title: 'Certificates',
  menu: { area: 'desk', group: 'Accreditation', text: 'Certificates', order: 60 },
})
export class RegisterController {
  constructor(private readonly certificates: Certificates) {}

  @Get()
  @Render('desk/certificates/register.page.njk')
  async show(@Query() query: unknown) {
    const filter = RegisterFilter.parse(query);
    const read = (page: number) => registerPage(this.certificates, { ...filter, page });
    const { rows, total, page } = await pageOrLast(read, filter.page, REGISTER_PAGE_SIZE);
    return registerView({ ...filter, page }, rows, total);
  }
}
