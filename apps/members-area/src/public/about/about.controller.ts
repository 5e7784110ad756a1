import { Get, Inject, Render } from '@nestjs/common';
import { CouncilContacts } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import { Screen } from '../../frame/screen';
import { faultsOf } from '../contact/contact.view';
import { LIMITS } from '../../words/limits';

@Screen({ path: '', access: ['public'], pages: { accessibility: 'Accessibility', privacy: 'Privacy and cookies' } })
export class AboutController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly contacts: CouncilContacts,
  ) {}

  @Get('accessibility')
  @Render('public/about/accessibility.page.njk')
  async accessibility() {
    return { faults: faultsOf(await this.contacts.now()) };
  }

  @Get('privacy')
  @Render('public/about/privacy.page.njk')
  privacy() {
    return { limits: LIMITS, hasRecordStore: this.config.XAPI_URL !== undefined };
  }
}
