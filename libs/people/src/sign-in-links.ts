import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, Ids, Outbox, Transactions } from '@induct/platform';
import { codeFrom, sameBytes, secretHash } from './hash';
import { PersonRepository } from './person.repository';
import { safePath } from './safe-path';
import { signInLetter } from './sign-in.letter';
import { LINK_LIMITS, linkState, type LinkState, mayPostLink } from './sign-in-link.rules';
import { type LinkRow, SignInLinkRepository } from './sign-in-link.repository';

export type OpenedLink =
  { state: Exclude<LinkState, 'ready'> | 'unknown' } | { state: 'ready'; sameBrowser: boolean; nextPath: string };

export type UsedLink =
  | { state: Exclude<LinkState, 'ready'> | 'unknown' | 'wrong code' }
  | { state: 'used now'; personId: string; nextPath: string };

/**
 * Signing in by e-mail. Opening the letter's link changes nothing, because mail scanners open links too: one button
 * press uses it in the browser that asked, and the code which that browser shows uses it in any other.
 */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly links: SignInLinkRepository,
    private readonly persons: PersonRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sends a link if somebody has that address. Whether somebody has is not to be seen from the answer.
   * @param address the network address, for counting
   * @param secret what the browser kept from asking before: earlier letters stay good in it
   * @returns what the asking browser keeps in its cookie: its secret and the link's id
   */
  async ask(request: {
    email: string;
    nextPath: string;
    address: string;
    secret?: string | undefined;
  }): Promise<{ secret: string; linkId: string }> {
    const email = request.email.trim().toLowerCase();
    const secret = request.secret ?? this.ids.secret(32);
    const token = this.ids.secret(32);
    const linkId = this.ids.uuid();
    const now = this.clock.now();
    const requesterHash = secretHash(`${request.address} ${email}`);
    await this.transactions.run(async (tx) => {
      const since = new Date(now.getTime() - LINK_LIMITS.countedOver);
      const asked = await this.links.countAsked(tx, email, requesterHash, since);
      if (!mayPostLink(asked)) return;
      const person = await this.persons.findByEmail(email, tx);
      await this.links.removeOld(tx, since);
      await this.links.add(tx, {
        id: linkId,
        tokenHash: secretHash(token),
        codeHash: secretHash(this.codeFor(secret, linkId)),
        browserHash: secretHash(secret),
        requesterHash,
        email,
        personId: person?.id,
        nextPath: safePath(request.nextPath),
        createdAt: now,
        expiresAt: new Date(now.getTime() + LINK_LIMITS.lives),
      });
      if (!person) return;
      const url = `${this.config.SITE_ORIGIN}/sign-in/link/${token}`;
      await this.outbox.post(tx, {
        dedupeKey: `sign-in:${linkId}`,
        recipient: person.email,
        ...signInLetter({
          name: person.name,
          url,
          council: this.config.COUNCIL_NAME,
          minutes: LINK_LIMITS.lives / 60_000,
        }),
      });
    });
    return { secret, linkId };
  }

  /** The code that the waiting page shows. It is nowhere stored: only the asking browser can work it out. */
  codeFor(secret: string, linkId: string): string {
    return codeFrom(secret, linkId, LINK_LIMITS.codeDigits);
  }

  /** Looks at a link without using it. */
  async open(token: string, secret: string | undefined): Promise<OpenedLink> {
    const link = await this.links.find(secretHash(token));
    if (!link) return { state: 'unknown' };
    const state = this.stateOf(link);
    if (state !== 'ready') return { state };
    return { state, sameBrowser: this.askedFrom(link, secret), nextPath: link.next_path };
  }

  /** Uses a link, once: in the browser that asked for it, or with that browser's code. */
  async use(token: string, proof: { secret?: string | undefined; code?: string | undefined }): Promise<UsedLink> {
    return this.transactions.run(async (tx): Promise<UsedLink> => {
      const link = await this.links.findToUse(tx, secretHash(token));
      if (!link?.person_id) return { state: 'unknown' };
      const state = this.stateOf(link);
      if (state !== 'ready') return { state };
      const code = proof.code?.replace(/\D/g, '') ?? '';
      if (!this.askedFrom(link, proof.secret) && !sameBytes(secretHash(code), link.code_hash)) {
        await this.links.countWrongCode(tx, link.id);
        return { state: link.tries + 1 >= LINK_LIMITS.wrongCodes ? 'too many wrong codes' : 'wrong code' };
      }
      await this.links.markUsed(tx, link.id, this.clock.now());
      return { state: 'used now', personId: link.person_id, nextPath: link.next_path };
    });
  }

  private stateOf(link: LinkRow): LinkState {
    return linkState({ expiresAt: link.expires_at, usedAt: link.used_at, tries: link.tries }, this.clock.now());
  }

  private askedFrom(link: LinkRow, secret: string | undefined): boolean {
    return secret !== undefined && sameBytes(secretHash(secret), link.browser_hash);
  }
}
