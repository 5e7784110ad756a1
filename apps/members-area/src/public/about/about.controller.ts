import { Get, Inject, Render } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import { Screen } from '../../frame/screen';
import { LIMITS } from '../../words/limits';

@Screen({ path: '', access: ['public'], pages: { accessibility: 'Accessibility', privacy: 'Privacy and cookies' } })
export class AboutController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('accessibility')
  @Render('public/about/accessibility.page.njk')
  accessibility() {
    return {};
  }

  @Get('privacy')
  @Render('public/about/privacy.page.njk')
  privacy() {
    return { limits: LIMITS, hasRecordStore: this.config.XAPI_URL !== undefined };
  }
}
