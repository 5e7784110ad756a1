import { Injectable, Optional } from '@nestjs/common';
import { Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { secretHash } from './hash';
import { LearningActivity } from './learning-activity';
import { SIGN_IN_LIVES, signInState } from './sign-in.rules';
import { SignInRepository } from './sign-in.repository';
import type { SignedInPerson } from './signed-in-person';

/** How often "last seen" is written, in milliseconds: reading a page is not worth a write each time. */
const TOUCH_EVERY = 60_000;

/** People's signed-in browsers. The cookie holds a random id; the table holds its hash. */
@Injectable()
export class SignIns {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Optional() private readonly learning?: LearningActivity,
  ) {}

  /**
   * Every sign-in gets a new id; the browser's earlier one ends.
   * @returns the id for the cookie
   */
  async signIn(tx: EntityManager, personId: string, browser: { userAgent?: string; earlierId?: string } = {}) {
    const now = this.clock.now();
    const id = this.ids.secret(32);
    if (browser.earlierId) await this.signIns.remove(tx, secretHash(browser.earlierId));
    await this.signIns.removeForgotten(tx, new Date(now.getTime() - SIGN_IN_LIVES.atMost));
    await this.signIns.add(tx, { idHash: secretHash(id), personId, at: now, userAgent: browser.userAgent });
    return id;
  }

  /** The person behind a cookie, or undefined when the sign-in is unknown or has ended. */
  async whoIs(id: string): Promise<SignedInPerson | undefined> {
    const idHash = secretHash(id);
    const row = await this.signIns.find(idHash);
    if (!row) return undefined;
    const { created_at: createdAt, last_seen_at: lastSeenAt, ...person } = row;
    const now = this.clock.now();
    let state = signInState({ createdAt, lastSeenAt, roles: person.roles }, now);
    if (state === 'idle') {
      const learned = await this.learning?.lastLearnedAt(person.id);
      if (learned) state = signInState({ createdAt, lastSeenAt: learned, roles: person.roles }, now);
    }
    if (state !== 'live') {
      await this.transactions.run((tx) => this.signIns.remove(tx, idHash));
      return undefined;
    }
    if (now.getTime() - lastSeenAt.getTime() >= TOUCH_EVERY) await this.signIns.touch(idHash, now);
    return person;
  }

  async signOut(id: string): Promise<void> {
    await this.transactions.run((tx) => this.signIns.remove(tx, secretHash(id)));
  }

  /** On every device. Also what a change of roles does. */
  async signOutEverywhere(tx: EntityManager, personId: string): Promise<void> {
    await this.signIns.removeAllOf(tx, personId);
  }
}
