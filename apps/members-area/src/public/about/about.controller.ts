import { Get, Render } from '@nestjs/common';
import { Screen } from '../../frame/screen';
import { LIMITS } from '../../words/limits';

@Screen({ path: '', access: ['public'], pages: { accessibility: 'Accessibility', privacy: 'Privacy and cookies' } })
export class AboutController {
  @Get('accessibility')
  @Render('public/about/accessibility.page.njk')
  accessibility() {
    return {};
  }

  @Get('privacy')
  @Render('public/about/privacy.page.njk')
  privacy() {
    return { limits: LIMITS };
  }
}
