import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type Once, Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import {
  AtOnce,
  Clock,
  CONFIG,
  type Config,
  Council,
  Ids,
  networkOf,
  readerCouncil,
  readersLanguage,
  TooManyAtOnce,
  Transactions,
} from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { CouncilAccountEntity } from '../council/council-account.entity';
import { CouncilAccounts } from '../council/council-accounts';
import { linkLetter } from '../council/council.letters';
import { RoleRules } from '../roles/role-rules';
import type { Told } from '../roles/told';
import { DeniedAttempts } from '../access/denied-attempts';
import { codeFrom, sameBytes, secretHash } from '../hash';
import { safePath } from '../access/safe-path';
import { signInLetter } from './sign-in.letter';
import { codeTyped, LINK_LIMITS, linkState, type LinkState, mayTypeCode, nextLetterAt } from './sign-in-link.rules';
import type { SignInLinkEntity } from './sign-in-link.entity';
import { type CodeTyped, SignInLinkRepository } from './sign-in-link.repository';

/** Who opens a link or uses it. */
export interface LinkHolder {
  /** What the browser kept from asking, if it did. */
  secret?: string | undefined;
  /** The network address, for counting. */
  address: string;
}

type Refused = 'unknown' | Exclude<LinkState, 'ready'> | 'too many wrong codes';

export type OpenedLink =
  { state: Refused } | { state: 'ready'; sameBrowser: boolean; nextPath: string; account: string | undefined };

export type UsedLink =
  { state: Refused | 'no code' | 'wrong code' } | { state: 'used now'; personId: string; nextPath: string };

/** What a browser that waits for its letter is told. Whether somebody has the address makes no difference to it. */
export interface WaitingFor {
  /** Fits every letter that this browser asked for and that is not over; undefined when there is none. */
  code: string | undefined;
  /** When the last of them is over. */
  until: Date | undefined;
  /** From when on another letter can be asked for; undefined: now. */
  nextAt: Date | undefined;
}

/**
 * Signing in by e-mail. Opening the letter's link changes nothing, because mail scanners open links too, and press buttons:
 * one press uses it in the browser that asked, and the code which that browser shows uses it in any other.
 */
@Injectable()
export class SignInLinks {
  /** A few connections are for strangers, who may come by the hundred; the others for those who are signed in. */
  private readonly strangers = new AtOnce(4, 200);

  constructor(
    private readonly links: SignInLinkRepository,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly denied: DeniedAttempts,
    private readonly accounts: CouncilAccounts,
    private readonly rules: RoleRules,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
  ) {}

  /**
   * Sends a link if somebody has that address. Whether somebody has is not to be seen from the answer.
   * @param request with the secret that the browser kept from asking before: earlier letters stay good in it; with the council
   *   account that the letter is to link, if it is to link one
   * @returns what the asking browser keeps in its cookie, and whether a letter is sent if somebody has that address
   * @throws TooManyAtOnce
   */
  async ask(
    request: LinkHolder & { email: string; nextPath: string; account?: CouncilAccountEntity },
  ): Promise<{ secret: string; isSent: boolean }> {
    const email = request.email.trim().toLowerCase();
    const secret = request.secret ?? this.ids.secret(32);
    const now = this.clock.now();
    const requesterHash = senderHash(request.address, email);
    const since = new Date(now.getTime() - LINK_LIMITS.countedOver);
    const isSent = await this.asOneOfAFew(async (tx) => {
      await this.links.askOneByOne(tx, email);
      if (nextLetterAt(await this.links.asked(email, requesterHash, since, tx))) return false;
      const person = await this.people.findByEmail(email, tx);
      await this.links.removeOld(tx, since);
      const [linkId, token] = [this.ids.uuid(), this.ids.secret(32)];
      const expiresAt = new Date(now.getTime() + LINK_LIMITS.lives);
      await this.links.add(tx, {
        id: linkId,
        tokenHash: secretHash(token),
        codeHash: codeHash(token, codeOf(secret, email)),
        browserHash: secretHash(secret),
        requesterHash,
        email,
        personId: person?.id ?? null,
        nextPath: safePath(request.nextPath),
        createdAt: now,
        expiresAt,
      });
      const { account } = request;
      if (account) await this.accounts.askedWith(tx, linkId, account);
      if (!person) return true;
      const url = `${this.config.SITE_ORIGIN}/sign-in/link/${token}`;
      const { name } = person;
      await this.outbox.post(tx, {
        once: letterOf(linkId),
        recipient: person.email,
        secretUntil: expiresAt,
        askedIn: readersLanguage(),
        letter: () => {
          const council = readerCouncil(this.council.current);
          const words = { name, url, council, minutes: LINK_LIMITS.lives / 60_000 };
          return account ? linkLetter({ ...words, account: account.account }) : signInLetter(words);
        },
      });
      return true;
    });
    return { secret, isSent };
  }

  /** The code is nowhere stored: only the asking browser can work it out. */
  async waitingFor(holder: LinkHolder & { secret: string; email: string }): Promise<WaitingFor> {
    const email = holder.email.trim().toLowerCase();
    const now = this.clock.now();
    const until = await this.links.livesUntil(secretHash(holder.secret), email, now);
    const since = new Date(now.getTime() - LINK_LIMITS.countedOver);
    const asked = await this.links.asked(email, senderHash(holder.address, email), since);
    return { code: until && codeOf(holder.secret, email), until, nextAt: nextLetterAt(asked) };
  }

  /** Looks at a link without using it. */
  async open(token: string, holder: LinkHolder): Promise<OpenedLink> {
    const link = await this.links.find(secretHash(token));
    if (!link) return { state: 'unknown' };
    const state = this.stateOf(link);
    if (state !== 'ready') return { state };
    const sameBrowser = askedFrom(link, holder.secret);
    if (!sameBrowser && !mayTypeCode(await this.links.wrongCodes(typedBy(link, holder))))
      return { state: 'too many wrong codes' };
    return { state, sameBrowser, nextPath: link.nextPath, account: await this.accounts.calledIn(link.id) };
  }

  /**
   * Uses a link, once: in the browser that asked for it, or with that browser's code. A council account that it links is the
   * person's from now on, with the roles that follow from it.
   */
  async use(token: string, proof: LinkHolder & { code?: string | undefined }): Promise<UsedLink> {
    const { used, link, linked } = await this.tryToUse(token, proof);
    if (used.state === 'used now' && linked) await this.rules.apply(used.personId, linked);
    if (used.state !== 'used now' && used.state !== 'no code') {
      await this.denied.link(used.state, link && { id: link.id, personId: link.personId });
    }
    return used;
  }

  private tryToUse(token: string, proof: LinkHolder & { code?: string | undefined }) {
    return this.asOneOfAFew(
      async (tx): Promise<{ used: UsedLink; link?: SignInLinkEntity; linked?: Told | undefined }> => {
        const link = await this.links.findToUse(tx, secretHash(token));
        if (!link?.personId) return { used: { state: 'unknown' } };
        const state = this.stateOf(link);
        if (state !== 'ready') return { used: { state }, link };
        const now = this.clock.now();
        if (!askedFrom(link, proof.secret)) {
          const typed = typedBy(link, proof);
          const wrong = await this.links.wrongCodes(typed, tx);
          if (!mayTypeCode(wrong)) return { used: { state: 'too many wrong codes' }, link };
          const code = codeTyped(proof.code);
          if (!code) return { used: { state: 'no code' }, link };
          if (!sameBytes(codeHash(token, code), link.codeHash)) {
            await this.links.countWrongCode(tx, typed, now);
            const more = mayTypeCode({ ofSender: wrong.ofSender + 1, ofAll: wrong.ofAll + 1 });
            return { used: { state: more ? 'wrong code' : 'too many wrong codes' }, link };
          }
        }
        await this.links.markUsed(tx, link.id, now);
        await this.outbox.forget(tx, letterOf(link.id));
        const linked = await this.accounts.link(tx, link.id, link.personId);
        return { used: { state: 'used now', personId: link.personId, nextPath: link.nextPath }, link, linked };
      },
    );
  }

  private async asOneOfAFew<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.strangers.run(() => this.transactions.run(work));
    } catch (error) {
      // Whoever is refused at once asks again at once, and a few hundred of them keep us busy with refusing.
      if (error instanceof TooManyAtOnce) await pause(REFUSED_AFTER);
      throw error;
    }
  }

  private stateOf(link: SignInLinkEntity): LinkState {
    return linkState(link, this.clock.now());
  }
}

/** In milliseconds. */
const REFUSED_AFTER = 1000;
const letterOf = (linkId: string): Once => ['sign-in', linkId];
const senderHash = (address: string, email: string): Buffer => secretHash(`${networkOf(address)} ${email}`);
/** One for all letters of a browser to an account: whichever arrives first, and whichever is opened. */
const codeOf = (secret: string, email: string): string => codeFrom(secret, email, LINK_LIMITS.codeDigits);
/** With the token, which is not stored, so that what is stored does not tell the code. */
const codeHash = (token: string, code: string): Buffer => secretHash(`${token} ${code}`);

const askedFrom = (link: SignInLinkEntity, secret: string | undefined): boolean =>
  secret !== undefined && sameBytes(secretHash(secret), link.browserHash);

const typedBy = (link: SignInLinkEntity, holder: LinkHolder): CodeTyped => ({
  browserHash: link.browserHash,
  email: link.email.toLowerCase(),
  senderHash: senderHash(holder.address, link.email.toLowerCase()),
});
