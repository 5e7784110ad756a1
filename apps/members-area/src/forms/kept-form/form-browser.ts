import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import {
  cookieNames,
  cookieOptions,
  FORM_COOKIE_LIVES,
  type FormCookie,
  KEPT_FORM_LIMITS,
  type KeptForm,
  KeptForms,
} from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of a browser that may keep a form: of whoever is signed in, and of whoever was before and left one behind. */
@Injectable()
export class FormBrowser {
  private readonly names: ReturnType<typeof cookieNames>;
  private readonly options: ReturnType<typeof cookieOptions>;

  constructor(
    private readonly forms: KeptForms,
    @Inject(CONFIG) config: Config,
  ) {
    this.names = cookieNames(config.SITE_ORIGIN);
    this.options = cookieOptions(config.SITE_ORIGIN);
  }

  read(request: FastifyRequest): Promise<FormCookie | undefined> {
    return this.forms.readCookie(request.cookies[this.names.form]);
  }

  remember(reply: FastifyReply, cookie: string): void {
    void reply.setCookie(this.names.form, cookie, { ...this.options, maxAge: FORM_COOKIE_LIVES });
  }

  /** Keeps what somebody typed who is not signed in here any more. @returns false: it is too much */
  async leaveBehind(reply: FastifyReply, personId: string, form: KeptForm): Promise<boolean> {
    const kept = await this.forms.keepFor(personId, form);
    if (kept) void reply.setCookie(this.names.left, kept, { ...this.options, maxAge: KEPT_FORM_LIMITS.lives / 1000 });
    return kept !== undefined;
  }

  /** What this person left behind is theirs again. @returns its cookie; undefined when they left nothing */
  async takeUp(request: FastifyRequest, reply: FastifyReply, personId: string): Promise<FormCookie | undefined> {
    const written = request.cookies[this.names.left];
    const left = await this.forms.readCookie(written);
    if (left?.personId !== personId) return undefined;
    this.remember(reply, written!);
    void reply.clearCookie(this.names.left, this.options);
    return left;
  }
}
