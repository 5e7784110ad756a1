import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Transactions } from '@induct/platform';
import { cookieNames, cookieOptions, LINK_LIMITS, SignIns } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { readWaiting, type Waiting, waitingCookie } from './waiting';

/** How somebody came in, for the record. */
type SignedInBy = 'letter' | 'council' | 'persona' | 'first administrator';

/** What signing in means for the browser: its cookies. */
@Injectable()
export class SignInBrowser {
  private readonly names: ReturnType<typeof cookieNames>;
  private readonly options: ReturnType<typeof cookieOptions>;

  constructor(
    private readonly signIns: SignIns,
    private readonly transactions: Transactions,
    @Inject(CONFIG) config: Config,
  ) {
    this.names = cookieNames(config.SITE_ORIGIN);
    this.options = cookieOptions(config.SITE_ORIGIN);
  }

  waiting(request: FastifyRequest): Waiting | undefined {
    return readWaiting(request.cookies[this.names.waiting]);
  }

  wait(reply: FastifyReply, waiting: Waiting): void {
    void reply.setCookie(this.names.waiting, waitingCookie(waiting), {
      ...this.options,
      maxAge: LINK_LIMITS.lives / 1000,
    });
  }

  /** Signs the person in here; a sign-in that this browser already had ends. */
  async signIn(request: FastifyRequest, reply: FastifyReply, personId: string, by: SignedInBy): Promise<void> {
    await this.transactions.run((tx) => this.signInWithin(tx, request, reply, personId, by));
  }

  /** @returns the sign-in's cookie */
  async signInWithin(
    tx: EntityManager,
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    by: SignedInBy,
  ): Promise<string> {
    const id = await this.signIns.signIn(tx, personId, {
      userAgent: request.headers['user-agent'],
      address: request.ip,
      earlierId: this.cookie(request),
      by,
    });
    void reply.setCookie(this.names.signIn, id, this.options).clearCookie(this.names.waiting, this.options);
    return id;
  }

  /** What the browser's cookie holds. */
  cookie(request: FastifyRequest): string | undefined {
    return request.cookies[this.names.signIn];
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const id = this.cookie(request);
    if (id) await this.signIns.signOut(id);
    this.forget(reply);
  }

  forget(reply: FastifyReply): void {
    void reply.clearCookie(this.names.signIn, this.options);
  }
}
