import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import { CouncilAway, CouncilSignIn, CurrentPerson, safePath, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { address } from '../../lists/paging';
import { CouncilBrowser } from './council-browser';
import { CouncilLetterForm } from './council-letter.form';
import { failedView } from './failed.view';

const ACCOUNT = 'public/council-sign-in/account.page.njk';

/** Signing in with a council account: there, back, and, the first time, one letter. */
@Screen({
  path: 'sign-in/council',
  access: ['public'],
  pages: { failed: 'Sign in with a letter', account: 'One letter, once' },
})
export class CouncilSignInController {
  constructor(
    private readonly council: CouncilSignIn,
    private readonly own: CouncilBrowser,
    private readonly browser: SignInBrowser,
  ) {}

  /**
   * A link and no form: forms of ours lead to ourselves only, wherever the council sends its people on to. Whoever is signed
   * in may come here too: it shows anew who they are.
   */
  @Get()
  async start(@Query('next') wanted: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const next = safePath(wanted);
    if (!this.council.isSetUp) throw new NotHere('page');
    try {
      const { to, browser } = await this.council.start(next, this.own.secret(request));
      this.own.remember(reply, browser);
      return reply.redirect(to.href, 303);
    } catch (error) {
      if (!(error instanceof CouncilAway)) throw error;
      return reply.redirect(failedAddress('away', next), 303);
    }
  }

  /** Where the council sends people back to. Whoever loads it again is in already, or begins anew. */
  @Get('callback')
  async comeBack(
    @CurrentPerson() person: SignedInPerson | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const came = await this.council.comeBack(request.url, this.own.secret(request), (tx, personId) =>
      this.browser.signInWithin(tx, request, reply, personId, 'council'),
    );
    if (came.is === 'not linked') return reply.redirect('/sign-in/council/account', 303);
    if (came.is === 'signed in') {
      this.own.forget(reply);
      return reply.redirect(came.nextPath, 303);
    }
    if (person) return reply.redirect(came.nextPath, 303);
    return reply.redirect(failedAddress(came.why, came.nextPath), 303);
  }

  @Get('failed')
  failed(@Query('why') why: unknown, @Query('next') wanted: unknown, @Res() reply: FastifyReply) {
    return reply.view('public/council-sign-in/failed.page.njk', failedView(why, safePath(wanted)));
  }

  /** An account that nobody here has: which address of theirs do we hold? */
  @Get('account')
  async account(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const account = await this.council.waiting(this.own.secret(request));
    if (!account) return reply.redirect('/sign-in', 303);
    return reply.view(ACCOUNT, { account: account.account, form: { email: account.email }, message: {} });
  }

  @Post('account')
  async ask(@Body() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const secret = this.own.secret(request);
    return await takeForm(reply, {
      schema: CouncilLetterForm,
      sent,
      page: ACCOUNT,
      view: async (form, problems) => {
        const account = await this.council.waiting(secret);
        return account ? { account: account.account, form, ...problems } : '/sign-in';
      },
      take: async ({ email }) => {
        const asking = { email, address: request.ip, secret: this.browser.waiting(request)?.secret };
        const waiting = await this.council.askForALetter(secret, asking);
        if (!waiting) return '/sign-in';
        this.browser.wait(reply, { ...waiting, email });
        return '/sign-in/check';
      },
    });
  }

  @Get('sign-out')
  async signOut(@Res() reply: FastifyReply) {
    const to = await this.council.signOutAt();
    return reply.redirect(to?.href ?? '/signed-out', 303);
  }
}

const failedAddress = (why: string, next: string): string =>
  address('/sign-in/council/failed', { why, next: next === '/' ? undefined : next });
