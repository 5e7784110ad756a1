import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Access, SignInLinks } from '@induct/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodeForm } from './sign-in.form';
import { SignInBrowser } from './sign-in-browser';

const PAGE = 'sign-in/sign-in-link.page.njk';

@Controller('sign-in/link/:token')
@Access('public')
export class SignInLinkController {
  constructor(
    private readonly links: SignInLinks,
    private readonly browser: SignInBrowser,
  ) {}

  /** Changes nothing: mail scanners come here too. */
  @Get()
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const link = await this.links.open(token, this.browser.waiting(request)?.secret);
    return reply.status(link.state === 'ready' ? 200 : 410).view(PAGE, { link, token });
  }

  @Post()
  async use(
    @Param('token') token: string,
    @Body({ schema: CodeForm }) { code }: CodeForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const link = await this.links.use(token, { secret: this.browser.waiting(request)?.secret, code });
    if (link.state === 'used now') {
      await this.browser.signIn(request, reply, link.personId);
      return reply.redirect(link.nextPath, 303);
    }
    if (link.state !== 'wrong code') return reply.status(410).view(PAGE, { link, token });
    const text = code?.trim() ? 'That is not the code. Check the page where you asked for the link' : 'Enter the code';
    return reply.status(400).view(PAGE, {
      link: { state: 'ready', sameBrowser: false },
      token,
      form: { code },
      errors: [{ href: '#code', text }],
      message: { code: { text } },
    });
  }
}
