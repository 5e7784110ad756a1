import { Body, HttpCode, Param, ParseUUIDPipe, Post, Redirect, Req, Res } from '@nestjs/common';
import {
  type CameIn,
  CurrentPerson,
  OwnPasskeys,
  PasskeyRefused,
  ProofNeeded,
  type SignedInPerson,
} from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { atField, takeForm } from '../../forms/take-form';
import { AccountFacts } from './account-facts';
import { AddingPasskeys } from './adding-passkeys';
import { NewPasskeyForm, PasskeyNameForm } from './passkey-name.form';

const PAGE = 'member/account/account.page.njk';

/** One's own passkeys, on the page of the account. */
@Screen({ path: 'account/passkeys', access: ['signed-in'] })
export class PasskeysController {
  constructor(
    private readonly passkeys: OwnPasskeys,
    private readonly facts: AccountFacts,
    private readonly adding: AddingPasskeys,
    private readonly browser: SignInBrowser,
  ) {}

  /** What the browser asks a device for: for the page's script. */
  @Post('challenge')
  @HttpCode(200)
  async ask(@CurrentPerson() person: SignedInPerson, @Req() { cameIn }: FastifyRequest) {
    await this.mustNotNeedAKey(person, cameIn);
    return await this.passkeys.ask(person);
  }

  @Post()
  async add(
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.mustNotNeedAKey(person, request.cameIn);
    return await takeForm(reply, {
      schema: NewPasskeyForm,
      sent,
      page: PAGE,
      view: async (_, problems) => ({ ...(await this.facts.of(person, request)), ...problems }),
      refusals: [atField(PasskeyRefused, 'add-passkey')],
      take: async ({ response }) => {
        await this.passkeys.add(person, response, request.headers['user-agent']);
        return '/account?done=passkey#passkeys';
      },
    });
  }

  @Post(':id/rename')
  async rename(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: PasskeyNameForm,
      sent,
      page: PAGE,
      view: async (form, { errors, message }) => ({
        ...(await this.facts.of(person, request)),
        renamed: { id, name: form.name, message: message.name },
        errors: errors?.map(({ text }) => ({ text, href: `#name-${id}` })),
        message: {},
      }),
      take: async ({ name }) => {
        await this.passkeys.rename(person.id, id, name);
        return '/account#passkeys';
      },
    });
  }

  @Post(':id/remove')
  @Redirect('/account?done=passkey-removed#passkeys', 303)
  async remove(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    const here = { signIn: this.browser.cookie(request), device: this.browser.device(request) };
    await this.passkeys.remove(person.id, id, here);
  }

  private async mustNotNeedAKey(person: SignedInPerson, cameIn: CameIn | undefined): Promise<void> {
    if (await this.adding.asksForKey(person, cameIn)) throw new ProofNeeded('key');
  }
}
