import { Get, Param, ParseUUIDPipe, Post, Redirect, Render, Req, Res } from '@nestjs/common';
import { HeldSeats, ROLE_NAMES } from '@induct/people';
import { CouncilAccounts, CurrentPerson, type SignedInPerson, SignIns } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { heldInWords } from '../../words/held-seats';
import { signInsView } from './sign-ins.view';

/** What we hold about the person who is signed in, where they are signed in, and the way out of every browser. */
@Screen({ path: 'account', access: ['signed-in'], title: 'Your account', back: 'Your account' })
export class AccountController {
  constructor(
    private readonly signIns: SignIns,
    private readonly browser: SignInBrowser,
    private readonly held: HeldSeats,
    private readonly councilAccounts: CouncilAccounts,
  ) {}

  @Get()
  @Render('member/account/account.page.njk')
  async show(@CurrentPerson() person: SignedInPerson, @Req() request: FastifyRequest) {
    const facts = [
      ['Name', person.name],
      ['Email address', person.email],
      ['Political group', person.group],
      ['District', person.district],
      ['What you are here', person.roles.map((role) => ROLE_NAMES[role]).join(', ') || 'Nothing yet'],
    ];
    const [own, held] = await Promise.all([
      this.signIns.own(person, this.cookie(request)),
      this.held.ofPerson(person.id),
    ]);
    return {
      rows: facts.filter(([, value]) => value).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      asksForName: person.roles.some((role) => role === 'member' || role === 'tester'),
      held: heldInWords(held),
      signIns: signInsView(own, request.ip),
      councilAccounts: await this.councilAccounts.ofPerson(person.id),
      others: own.some(({ isThis }) => !isThis),
    };
  }

  @Post('sign-ins/:id/end')
  async endOne(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const wasThis = await this.signIns.endOne(person, id, this.cookie(request));
    if (wasThis) this.browser.forget(reply);
    return reply.redirect(wasThis ? '/signed-out' : '/account#sign-ins', 303);
  }

  @Post('sign-ins/end-others')
  @Redirect('/account#sign-ins', 303)
  async endOthers(@CurrentPerson() person: SignedInPerson, @Req() request: FastifyRequest) {
    await this.signIns.endOthers(person.id, this.cookie(request));
  }

  @Post('sign-out-everywhere')
  @Redirect('/signed-out', 303)
  async signOutEverywhere(@CurrentPerson() person: SignedInPerson, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIns.endAll(person.id);
    this.browser.forget(reply);
  }

  private cookie(request: FastifyRequest): string {
    return this.browser.cookie(request) ?? '';
  }
}
