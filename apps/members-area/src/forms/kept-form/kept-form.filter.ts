import { type ArgumentsHost, Catch } from '@nestjs/common';
import { wantsPage } from '@induct/platform';
import { type KeptForms, pageToReturnTo, SignInNeeded, SignInNeededFilter, signInAddress } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormBrowser } from './form-browser';
import { sentFields, sentTo } from './sent-form';

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
    const isKept = await this.keep(request, reply, page).catch(() => false);
    // Without the page that the form was on, what was typed can still be looked at.
    const next = page === '/' && isKept ? '/kept-form' : page;
    const words = isKept ? 'kept' : 'lost';
    void reply.redirect(`${signInAddress(error, next)}&typed=${words}`, 303);
  }

  /** For whoever's page it was; when it does not say, for whoever was signed in last. @returns false: we do not know, or it is too much */
  private async keep(request: FastifyRequest, reply: FastifyReply, page: string): Promise<boolean> {
    const cookie = await this.browser.read(request);
    const owner = request.pageOf ?? cookie?.personId;
    if (!owner) return false;
    const form = { page, action: sentTo(request), fields: await sentFields(request) };
    if (cookie?.personId !== owner) return await this.browser.leaveBehind(reply, owner, form);
    const kept = await this.forms.keep(cookie, form);
    if (kept) this.browser.remember(reply, kept);
    return kept !== undefined;
  }
}
