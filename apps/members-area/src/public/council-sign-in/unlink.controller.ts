import { Param, ParseUUIDPipe, Post, Redirect, Req } from '@nestjs/common';
import { CouncilAccounts, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';

/** Unlinking a council account, on “Your account”. */
@Screen({ path: 'account/council-accounts', access: ['signed-in'] })
export class UnlinkController {
  constructor(
    private readonly accounts: CouncilAccounts,
    private readonly browser: SignInBrowser,
  ) {}

  @Post(':id/unlink')
  @Redirect('/account#council-account', 303)
  async unlink(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    await this.accounts.unlink(person.id, id, this.browser.cookie(request) ?? '');
  }
}
