import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import { cookieNames, cookieOptions, FORM_COOKIE_LIVES, type FormCookie, KeptForms } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie of a browser that may keep a form. */
@Injectable()
export class FormBrowser {
  private readonly name: string;
  private readonly options: ReturnType<typeof cookieOptions>;

  constructor(
    private readonly forms: KeptForms,
    @Inject(CONFIG) config: Config,
  ) {
    this.name = cookieNames(config.SITE_ORIGIN).form;
    this.options = cookieOptions(config.SITE_ORIGIN);
  }

  read(request: FastifyRequest): Promise<FormCookie | undefined> {
    return this.forms.readCookie(request.cookies[this.name]);
  }

  remember(reply: FastifyReply, cookie: string): void {
    void reply.setCookie(this.name, cookie, { ...this.options, maxAge: FORM_COOKIE_LIVES });
  }
}
