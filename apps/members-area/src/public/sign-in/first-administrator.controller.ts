import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import { DomainError, Transactions } from '@induct/platform';
import { FirstAdministrator } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { FirstAdministratorForm } from './sign-in.form';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { takeForm } from '../../forms/take-form';

const PAGE = 'public/sign-in/first-administrator.page.njk';

class FirstAdministratorLinkIsOver extends DomainError {
  readonly kind = 'ended';
  readonly title = 'This link no longer works';
  override readonly remedy = 'If there is still no administrator, restart Induct: it prints a new link.';
}

/** The way into an empty council: the holder of the printed link becomes its first administrator. */
@Screen({ path: 'sign-in/first-administrator/:token', access: ['public'], title: 'Set up the first administrator' })
export class FirstAdministratorController {
  constructor(
    private readonly first: FirstAdministrator,
    private readonly browser: SignInBrowser,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply) {
    if (!(await this.first.isLinkGood(token))) throw new FirstAdministratorLinkIsOver();
    return reply.view(PAGE, {});
  }

  @Post()
  async become(
    @Param('token') token: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: FirstAdministratorForm,
      sent,
      page: PAGE,
      view: (form, problems) => ({ form, ...problems }),
      take: async (person) => {
        await this.transactions.run(async (tx) => {
          const id = await this.first.become(tx, token, person);
          if (!id) throw new FirstAdministratorLinkIsOver();
          await this.browser.signInWithin(tx, request, reply, id, 'first administrator');
        });
        return '/';
      },
    });
  }
}
