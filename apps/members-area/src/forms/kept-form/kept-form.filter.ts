import { type ArgumentsHost, Catch } from '@nestjs/common';
import { wantsPage } from '@induct/platform';
import { type KeptForms, pageToReturnTo, SignInNeeded, SignInNeededFilter, signInAddress } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormBrowser } from './form-browser';
import { sentFields } from './sent-form';

/** Keeps what was typed when a form comes after its sign-in has ended, and then asks to sign in as for every page. */
@Catch(SignInNeeded)
export class KeptFormFilter extends SignInNeededFilter {
  constructor(
    private readonly origin: string,
    private readonly forms: KeptForms,
    private readonly browser: FormBrowser,
  ) {
    super(origin);
  }

  override async catch(error: SignInNeeded, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (request.method !== 'POST' || !wantsPage(request)) return super.catch(error, host);
    const page = pageToReturnTo(request, this.origin);
    const cookie = await this.keep(request, page).catch(() => undefined);
    if (cookie) this.browser.remember(reply, cookie);
    // Without the page that the form was on, what was typed can still be looked at.
    const next = page === '/' && cookie ? '/kept-form' : page;
    const words = cookie ? 'kept' : 'lost';
    void reply.redirect(`${signInAddress(error, next)}&typed=${words}`, 303);
  }

  /** @returns the browser's cookie from now on; undefined: we do not know whose it was, or it is too much */
  private async keep(request: FastifyRequest, page: string): Promise<string | undefined> {
    const cookie = await this.browser.read(request);
    if (!cookie) return undefined;
    return this.forms.keep(cookie, { page, action: request.url, fields: await sentFields(request) });
  }
}
