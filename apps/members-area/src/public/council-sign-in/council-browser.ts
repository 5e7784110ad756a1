import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import { cookieNames, cookieOptions } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Longer than the council's sign-in and the letter after it can take. In seconds. */
const LIVES = 3600;

/** What a browser keeps while it is away at the council's sign-in: an answer counts only where it is. */
@Injectable()
export class CouncilBrowser {
  private readonly name: string;
  private readonly options: ReturnType<typeof cookieOptions>;

  constructor(@Inject(CONFIG) { SITE_ORIGIN }: Config) {
    this.name = `${cookieNames(SITE_ORIGIN).signIn}-council`;
    this.options = cookieOptions(SITE_ORIGIN);
  }

  /** Undefined for anything that is not one of ours. */
  secret(request: FastifyRequest): string | undefined {
    const cookie = request.cookies[this.name];
    return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : undefined;
  }

  remember(reply: FastifyReply, secret: string): void {
    void reply.setCookie(this.name, secret, { ...this.options, maxAge: LIVES });
  }

  forget(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}
