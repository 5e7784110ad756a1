import { Inject, Injectable } from '@nestjs/common';
import { PersonLanguages } from '@induct/people';
import { CONFIG, type Config, type Language, Transactions } from '@induct/platform';
import {
  cookieNames,
  cookieOptions,
  DEVICE_LIVES,
  Devices,
  LINK_LIMITS,
  OwnPasskeys,
  SignIns,
  type Way,
} from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { readWaiting, type Waiting, waitingCookie } from './waiting';

/** How long the next page may take to offer a passkey, in seconds. */
const OFFER_LIVES = 120;

/** How long a browser remembers its language, in seconds: a year. */
const LANGUAGE_LIVES = 365 * 24 * 60 * 60;

/** More of how somebody comes in. */
interface ComesIn {
  /** They say that nobody else uses the device, and want to be remembered. */
  isOwnDevice?: boolean;
  /** With which passkey, when it is one. */
  passkeyId?: string;
}

/** What signing in means for the browser: its cookies. */
@Injectable()
export class SignInBrowser {
  private readonly names: ReturnType<typeof cookieNames>;
  private readonly options: ReturnType<typeof cookieOptions>;

  constructor(
    private readonly signIns: SignIns,
    private readonly devices: Devices,
    private readonly passkeys: OwnPasskeys,
    private readonly transactions: Transactions,
    private readonly languages: PersonLanguages,
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
  async signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    by: Way,
    more: ComesIn = {},
  ): Promise<void> {
    await this.transactions.run((tx) => this.signInWithin(tx, request, reply, personId, by, more));
  }

  /** @returns the sign-in's cookie */
  async signInWithin(
    tx: EntityManager,
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    by: Way,
    { isOwnDevice = false, passkeyId }: ComesIn = {},
  ): Promise<string> {
    const userAgent = request.headers['user-agent'];
    const id = await this.signIns.signIn(tx, personId, {
      userAgent,
      address: request.ip,
      earlierId: this.cookie(request),
      by,
      passkeyId,
    });
    void reply.setCookie(this.names.signIn, id, this.options).clearCookie(this.names.waiting, this.options);
    if (isOwnDevice) {
      const device = { userAgent, earlier: this.device(request), passkeyId };
      const secret = await this.devices.remember(tx, personId, device);
      if (secret === undefined) void reply.clearCookie(this.names.device, this.options);
      else void reply.setCookie(this.names.device, secret, { ...this.options, maxAge: DEVICE_LIVES / 1000 });
    }
    const language = await this.languages.of(personId, tx);
    if (language) this.readIn(reply, language);
    // What was chosen before signing in is theirs from now on: letters are written in it too.
    else if (request.chosenLanguage !== 'en') await this.languages.choose(personId, request.chosenLanguage, tx);
    if (by === 'letter' && !(await this.passkeys.hasAny(personId, tx)))
      void reply.setCookie(this.names.offer, '1', { ...this.options, maxAge: OFFER_LIVES });
    return id;
  }

  /** Shows every page in that language from now on. */
  readIn(reply: FastifyReply, language: Language): void {
    void reply.setCookie(this.names.language, language, { ...this.options, maxAge: LANGUAGE_LIVES });
  }

  /** What the browser's cookie holds. */
  cookie(request: FastifyRequest): string | undefined {
    return request.cookies[this.names.signIn];
  }

  /** The secret of a device that is remembered. */
  device(request: FastifyRequest): string | undefined {
    return request.cookies[this.names.device];
  }

  forgetDevice(reply: FastifyReply): void {
    void reply.clearCookie(this.names.device, this.options);
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
