import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import { type LinkHolder, SignInLinks } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { codeHas, CodeForm } from './sign-in.form';
import { SignInBrowser } from '../../frame/sign-in-browser';

const PAGE = 'public/sign-in/sign-in-link.page.njk';

@Screen({ path: 'sign-in/link/:token', access: ['public'], title: 'Sign in by a link' })
export class SignInLinkController {
  constructor(
    private readonly links: SignInLinks,
    private readonly browser: SignInBrowser,
  ) {}

  /** Changes nothing: mail scanners come here too. */
  @Get()
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const link = await this.links.open(token, this.holder(request));
    return reply.status(link.state === 'ready' ? 200 : 410).view(PAGE, { link, token });
  }

  @Post()
  async use(
    @Param('token') token: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: CodeForm,
      sent,
      page: PAGE,
      view: async (form, problems) => {
        const link = await this.links.open(token, this.holder(request));
        return { link, token, form, ...problems };
      },
      take: async ({ code, own }) => {
        const link = await this.links.use(token, { ...this.holder(request), code });
        if (link.state === 'used now') {
          await this.browser.signIn(request, reply, link.personId, 'letter', { isOwnDevice: own === 'yes' });
          return link.nextPath;
        }
        if (link.state === 'wrong code' || link.state === 'no code')
          throw new FieldIsWrong('code', whatIsWrong(link.state, code));
        return await reply.status(410).view(PAGE, { link, token });
      },
    });
  }

  private holder(request: FastifyRequest): LinkHolder {
    return { secret: this.browser.waiting(request)?.secret, address: request.ip };
  }
}

function whatIsWrong(state: 'wrong code' | 'no code', typed: string | undefined): string {
  if (state === 'wrong code') return 'That is not the code. Check the page where you asked for the link';
  return typed?.trim() ? codeHas() : 'Enter the code';
}
