import { Get, Post, Redirect, Render, Req, Res } from '@nestjs/common';
import { CurrentPerson, KeptForms, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { FormBrowser } from './form-browser';
import { fieldInWords } from './field-words';

/** What was typed, when the form itself cannot show it any more. */
@Screen({ path: 'kept-form', access: ['signed-in'], proof: 'any', title: 'What you typed' })
export class KeptFormController {
  constructor(
    private readonly forms: KeptForms,
    private readonly browser: FormBrowser,
  ) {}

  @Get()
  @Render('forms/kept-form/kept-form.page.njk')
  async show(@Req() request: FastifyRequest, @CurrentPerson() person: SignedInPerson) {
    const cookie = await this.browser.read(request);
    const kept = cookie && (await this.forms.find(cookie, person.id));
    return {
      page: kept?.page,
      texts: kept?.fields
        .filter(([, value]) => value !== '')
        .map(([name, value]) => ({ name: fieldInWords(name), value })),
    };
  }

  @Post('throw-away')
  @Redirect('/kept-form', 303)
  async throwAway(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const cookie = await this.browser.read(request);
    if (cookie) this.browser.remember(reply, await this.forms.forget(cookie));
  }
}
