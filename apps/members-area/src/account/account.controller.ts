import { Controller, Get, Post, Redirect, Render, Res } from '@nestjs/common';
import { Access, CurrentPerson, ROLE_NAMES, type SignedInPerson, SignIns } from '@induct/people';
import { Transactions } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { SignInBrowser } from '../sign-in/sign-in-browser';

/** What we hold about the person who is signed in, and the way out of every browser. */
@Controller('account')
@Access('signed-in')
export class AccountController {
  constructor(
    private readonly signIns: SignIns,
    private readonly browser: SignInBrowser,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Render('account/account.page.njk')
  show(@CurrentPerson() person: SignedInPerson) {
    const facts = [
      ['Name', person.name],
      ['Email address', person.email],
      ['Political group', person.group],
      ['District', person.district],
      ['What you are here', person.roles.map((role) => ROLE_NAMES[role]).join(', ') || 'Nothing yet'],
    ];
    return {
      rows: facts.filter(([, value]) => value).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    };
  }

  @Post('sign-out-everywhere')
  @Redirect('/signed-out', 303)
  async signOutEverywhere(@CurrentPerson() person: SignedInPerson, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.transactions.run((tx) => this.signIns.signOutEverywhere(tx, person.id));
    this.browser.forget(reply);
  }
}
