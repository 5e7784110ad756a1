import { Controller, Get, Render } from '@nestjs/common';
import { Access } from '@induct/sign-in';
import { LIMITS } from '../../forms/kept-form/limits';

@Controller()
@Access('public')
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
