import { Body, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  CouncilSignIn,
  CurrentPerson,
  OwnPasskeys,
  PasskeyRefused,
  PasskeySignIns,
  safePath,
  type SignedInPerson,
} from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { atField, takeForm } from '../../forms/take-form';
import { AGAIN_PAGE } from './again.controller';
import { againView } from './again.view';
import { PasskeyForm } from './sign-in.form';

const PAGE = 'public/sign-in/sign-in.page.njk';

/** Signing in with a passkey, or showing with one that it is still you. */
@Screen({ path: 'sign-in/passkey', access: ['public'] })
export class PasskeyController {
  constructor(
    private readonly signIns: PasskeySignIns,
    private readonly own: OwnPasskeys,
    private readonly council: CouncilSignIn,
    private readonly browser: SignInBrowser,
  ) {}

  /** What the browser asks a device for: for the page's script. */
  @Post('challenge')
  @HttpCode(200)
  ask(@CurrentPerson() person: SignedInPerson | undefined) {
    return this.signIns.ask(person?.id);
  }

  @Post()
  async use(
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: PasskeyForm,
      sent,
      page: person ? AGAIN_PAGE : PAGE,
      view: async (form, problems) => {
        const next = safePath(form.next);
        if (!person) return { next, form, ...problems };
        const hasPasskey = await this.own.hasAny(person.id);
        const asked = { cameIn: request.cameIn, asks: form.asks, hasPasskey, hasCouncil: this.council.isSetUp };
        return { ...againView(asked), next, form, email: person.email, ...problems };
      },
      refusals: [atField(PasskeyRefused, 'passkey')],
      take: async ({ response, next, own }) => {
        await this.signIns.use(response, async (tx, personId, passkeyId) => {
          const more = { isOwnDevice: own === 'yes', passkeyId };
          await this.browser.signInWithin(tx, request, reply, personId, 'passkey', more);
        });
        return safePath(next);
      },
    });
  }
}
