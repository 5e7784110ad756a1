import { Controller, Get, Render } from '@nestjs/common';
import { Access } from '@induct/people';
import { LIMITS } from '../kept-form/limits';

@Controller()
@Access('public')
export class AboutController {
  @Get('accessibility')
  @Render('about/accessibility.page.njk')
  accessibility() {
    return {};
  }

  @Get('privacy')
  @Render('about/privacy.page.njk')
  privacy() {
    return { limits: LIMITS };
  }
}
