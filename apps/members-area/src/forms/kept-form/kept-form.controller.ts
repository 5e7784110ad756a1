import { Body, Get, HttpCode, Post, Query, Redirect, Render, Req, Res } from '@nestjs/common';
import { Access, CurrentPerson, KeptForms, safePath, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { FormBrowser } from './form-browser';
import { fieldInWords } from './field-words';
import { withoutMark } from './page-mark';
import { fieldsOf } from './sent-form';

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

  /**
   * For the script of long forms. Nobody is looked up for this address (`useSiteAccess`), so saving prolongs nothing: the cookie of
   * the form says whose it is, and what is saved is shown to that person alone.
   * @param who whose page the form stands on: somebody else may have signed in in another tab
   */
  @Post('draft')
  @Access('public')
  @HttpCode(204)
  async saveDraft(
    @Body() sent: unknown,
    @Query('page') page: unknown,
    @Query('action') action: unknown,
    @Query('who') who: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const cookie = await this.browser.read(request);
    if (cookie?.personId !== who || !cookie) return;
    const form = { page: safePath(page), action: withoutMark(safePath(action)), fields: fieldsOf(sent) };
    const saved = await this.forms.keepDraft(cookie, form);
    if (saved) this.browser.remember(reply, saved);
  }

  @Post('throw-away')
  @Redirect('/kept-form', 303)
  async throwAway(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const cookie = await this.browser.read(request);
    if (cookie) this.browser.remember(reply, await this.forms.forget(cookie));
  }
}
