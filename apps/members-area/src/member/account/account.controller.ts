import { Get, Param, ParseUUIDPipe, Post, Query, Redirect, Render, Req, Res } from '@nestjs/common';
import { CurrentPerson, Devices, type SignedInPerson, SignIns } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { AccountFacts } from './account-facts';

/** What we hold about the person who is signed in, where they are signed in, and the way out of every browser. */
@Screen({ path: 'account', access: ['signed-in'], title: 'Your account', back: 'Your account' })
export class AccountController {
  constructor(
    private readonly signIns: SignIns,
    private readonly devices: Devices,
    private readonly browser: SignInBrowser,
    private readonly facts: AccountFacts,
  ) {}

  @Get()
  @Render('member/account/account.page.njk')
  async show(@CurrentPerson() person: SignedInPerson, @Req() request: FastifyRequest, @Query('done') done: unknown) {
    return { ...(await this.facts.of(person, request)), done, message: {} };
  }

  @Post('sign-ins/:id/end')
  async endOne(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const wasThis = await this.signIns.endOne(person, id, this.browser.cookie(request) ?? '');
    if (wasThis) this.browser.forget(reply);
    return reply.redirect(wasThis ? '/signed-out' : '/account#sign-ins', 303);
  }

  @Post('sign-ins/end-others')
  @Redirect('/account#sign-ins', 303)
  async endOthers(@CurrentPerson() person: SignedInPerson, @Req() request: FastifyRequest) {
    await this.devices.endOthers(person.id, this.browser.device(request));
    await this.signIns.endOthers(person.id, this.browser.cookie(request) ?? '');
  }

  @Post('devices/:id/end')
  @Redirect('/account#devices', 303)
  async endDevice(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() person: SignedInPerson) {
    await this.devices.endOne(person.id, id);
  }

  @Post('sign-out-everywhere')
  @Redirect('/signed-out', 303)
  async signOutEverywhere(@CurrentPerson() person: SignedInPerson, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.devices.endAll(person.id);
    await this.signIns.endAll(person.id);
    this.browser.forget(reply);
    this.browser.forgetDevice(reply);
  }
}
