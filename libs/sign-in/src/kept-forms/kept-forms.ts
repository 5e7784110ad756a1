import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids, Transactions } from '@induct/platform';
import { type FormCookie, readFormCookie, writeFormCookie } from './form-cookie';
import { secretHash } from '../hash';
import { ownerOf, pageMark } from './page-mark';
import { KeptFormRepository } from './kept-form.repository';
import { seal, unseal } from './sealed-form';

/** A form that came after its sign-in had ended. */
export interface KeptForm {
  /** Path of the page it was filled in on. */
  page: string;
  /** Path it was sent to. */
  action: string;
  /** As it was sent: a name may come more than once. Files are not among them. */
  fields: [name: string, value: string][];
  /** It was saved while it was being filled in, and nobody has sent it. */
  draft?: true;
}

export const KEPT_FORM_LIMITS = {
  /** How long, in milliseconds: time for the letter that signs in. */
  lives: 60 * 60_000,
  /** Of everything that was typed, in characters. */
  longest: 64 * 1024,
};

/**
 * What somebody typed while their sign-in ended: sealed with a secret that only their browser has, shown to the same person
 * again, never sent by itself.
 */
@Injectable()
export class KeptForms {
  private key?: Promise<KeyObject>;

  constructor(
    private readonly forms: KeptFormRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** For a browser in which this person has signed in. */
  async newCookie(personId: string): Promise<string> {
    return writeFormCookie(await this.signingKey(), this.newlyFor(personId));
  }

  async readCookie(cookie: string | undefined): Promise<FormCookie | undefined> {
    return cookie === undefined ? undefined : readFormCookie(await this.signingKey(), cookie, this.clock.now());
  }

  /** What the forms of this person's pages bear. */
  async markOf(personId: string): Promise<string> {
    return pageMark(await this.signingKey(), personId);
  }

  /** @returns whose page the form stood on; undefined: it does not say, or not in our words */
  async ownerOf(mark: unknown): Promise<string | undefined> {
    return ownerOf(await this.signingKey(), mark);
  }

  /**
   * Keeps a form of somebody who is not the one that the browser's cookie names, beside what that one has kept.
   * @returns a cookie that opens it for its person, or undefined when it is too much
   */
  async keepFor(personId: string, form: KeptForm): Promise<string | undefined> {
    return await this.keep(this.newlyFor(personId), form);
  }

  /** @returns the browser's cookie from now on, or undefined when it is too much */
  async keep(cookie: FormCookie, form: KeptForm): Promise<string | undefined> {
    const text = JSON.stringify(form);
    if (text.length > KEPT_FORM_LIMITS.longest) return undefined;
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.forms.removeOld(tx, now);
      await this.forms.put(tx, {
        browserHash: secretHash(cookie.secret),
        personId: cookie.personId,
        sealed: seal(text, cookie.secret, cookie.personId, this.ids.bytes(12)),
        expiresAt: new Date(now.getTime() + KEPT_FORM_LIMITS.lives),
      });
    });
    return writeFormCookie(await this.signingKey(), { ...cookie, keeps: true });
  }

  /**
   * Saves what is being typed. A form that was sent, and waits to be sent again, is not lost for it.
   * @returns the browser's cookie from now on, or undefined when it is not saved
   */
  async keepDraft(cookie: FormCookie, form: Omit<KeptForm, 'draft'>): Promise<string | undefined> {
    const kept = await this.find(cookie, cookie.personId);
    if (kept && !kept.draft && kept.action !== form.action) return undefined;
    return await this.keep(cookie, { ...form, draft: true });
  }

  /** What is kept in this browser for this person; nothing for anybody else. */
  async find(cookie: FormCookie, personId: string): Promise<KeptForm | undefined> {
    if (cookie.personId !== personId) return undefined;
    const row = await this.forms.find(secretHash(cookie.secret));
    if (!row || row.personId !== personId || row.expiresAt <= this.clock.now()) return undefined;
    const text = unseal(row.sealed, cookie.secret, personId);
    return text === undefined ? undefined : (JSON.parse(text) as KeptForm);
  }

  /** @returns the browser's cookie from now on */
  async forget(cookie: FormCookie): Promise<string> {
    await this.transactions.run((tx) => this.forms.remove(tx, secretHash(cookie.secret)));
    return writeFormCookie(await this.signingKey(), { ...cookie, keeps: false });
  }

  private newlyFor(personId: string): FormCookie {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    return { secret: this.ids.secret(32), personId, issuedAt, keeps: false };
  }

  private signingKey(): Promise<KeyObject> {
    if (!this.key) {
      // Made once: every page signs or checks a cookie.
      this.key = this.forms.signingKey().then(createSecretKey);
      // The database may be away for a moment.
      this.key.catch(() => (this.key = undefined));
    }
    return this.key;
  }
}
