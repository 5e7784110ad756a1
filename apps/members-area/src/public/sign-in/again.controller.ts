import { Body, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { CouncilSignIn, CurrentPerson, OwnPasskeys, safePath, type SignedInPerson, SignInLinks } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { takeForm } from '../../forms/take-form';
import { againView } from './again.view';
import { AgainForm } from './sign-in.form';

export const AGAIN_PAGE = 'public/sign-in/again.page.njk';

/** Whoever is signed in weakly, or has been for a while, shows once more who they are, and goes on where they were. */
@Screen({ path: 'sign-in/again', access: ['signed-in'], proof: 'any', title: 'Show that it is you' })
export class AgainController {
  constructor(
    private readonly links: SignInLinks,
    private readonly passkeys: OwnPasskeys,
    private readonly council: CouncilSignIn,
    private readonly browser: SignInBrowser,
  ) {}

  @Get()
  @Render(AGAIN_PAGE)
  async show(
    @Query('next') next: unknown,
    @Query('typed') typed: unknown,
    @Query('asks') asks: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() { cameIn }: FastifyRequest,
  ) {
    const hasPasskey = await this.passkeys.hasAny(person.id);
    const view = againView({ cameIn, asks, hasPasskey, hasCouncil: this.council.isSetUp });
    return { ...view, next: safePath(next), typed, email: person.email, message: {} };
  }

  /** The letter goes to the address that we hold: nothing is typed. */
  @Post()
  async ask(
    @Body() sent: unknown,
    @CurrentPerson() { email }: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: AgainForm,
      sent,
      page: AGAIN_PAGE,
      view: () => '/sign-in/again',
      take: async ({ next }) => {
        const secret = this.browser.waiting(request)?.secret;
        const asked = await this.links.ask({ email, nextPath: safePath(next), address: request.ip, secret });
        this.browser.wait(reply, { ...asked, email });
        return '/sign-in/check';
      },
    });
  }
}
