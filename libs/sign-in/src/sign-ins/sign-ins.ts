import { Injectable, Optional } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { browserWords, readerBrowser } from '../browser-words';
import { sameBytes, secretHash } from '../hash';
import { LearningActivity } from './learning-activity';
import { SIGN_IN_LIVES, signInState } from './sign-in.rules';
import type { SignInEntity } from './sign-in.entity';
import { SignInRepository } from './sign-in.repository';
import type { SignedInPerson } from './signed-in-person';
import type { Way } from './sign-in-way';
import type { CameIn } from './proof.rules';

/** How often "last seen" is written, in milliseconds: reading a page is not worth a write each time. */
const TOUCH_EVERY = 60_000;

/** What is known of a browser in which somebody signs in. */
export interface SigningIn {
  userAgent?: string | undefined;
  /** The network address. */
  address?: string | undefined;
  /** The id of the sign-in that it had before. */
  earlierId?: string | undefined;
  /** How its person comes in. */
  by: Way;
  /** With which passkey, when it is one. */
  passkeyId?: string | undefined;
}

/** One of somebody's own sign-ins. */
export type OwnSignIn = Pick<SignInEntity, 'id' | 'address' | 'createdAt' | 'lastSeenAt' | 'way'> & {
  /** `Chrome on Windows` */
  browser: string;
  /** The one that asks. */
  isThis: boolean;
};

/** People's signed-in browsers. The cookie holds a random id; the table holds its hash. */
@Injectable()
export class SignIns {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Optional() private readonly learning?: LearningActivity,
  ) {}

  /**
   * Every sign-in gets a new id; the browser's earlier one ends. It is on record without the network address: what is on
   * record stays.
   * @returns the id for the cookie
   */
  async signIn(tx: EntityManager, personId: string, browser: SigningIn) {
    const now = this.clock.now();
    const [id, cookie] = [this.ids.uuid(), this.ids.secret(32)];
    const { userAgent, address, earlierId, by, passkeyId } = browser;
    if (earlierId) await this.signIns.remove(tx, secretHash(earlierId));
    await this.signIns.removeForgotten(tx, new Date(now.getTime() - SIGN_IN_LIVES.atMost));
    await this.signIns.add(tx, {
      id,
      idHash: secretHash(cookie),
      personId,
      createdAt: now,
      lastSeenAt: now,
      userAgent: userAgent?.slice(0, 300) ?? null,
      address: address ?? null,
      way: by,
      passkeyId: passkeyId ?? null,
    });
    await this.record(tx, 'sign_in.begun', personId, id, { browser: browserWords(userAgent), by });
    return cookie;
  }

  /** The person behind a cookie, or undefined when the sign-in is unknown or has ended. */
  async whoIs(id: string): Promise<(SignedInPerson & { cameIn: CameIn }) | undefined> {
    const idHash = secretHash(id);
    const row = await this.signIns.find(idHash);
    if (!row) return undefined;
    const { createdAt, lastSeenAt, way, ...person } = row;
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
    return { ...person, cameIn: { way, at: createdAt } };
  }

  async signOut(cookie: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const ended = await this.signIns.remove(tx, secretHash(cookie));
      if (ended) await this.record(tx, 'sign_in.ended', ended.personId, ended.id, {});
    });
  }

  /** Where the person is signed in, the last used first. @param cookie of the browser that asks */
  async own({ id, roles }: Pick<SignedInPerson, 'id' | 'roles'>, cookie: string): Promise<OwnSignIn[]> {
    const now = this.clock.now();
    const idHash = secretHash(cookie);
    const rows = await this.signIns.ofPerson(id);
    return rows
      .filter(({ createdAt, lastSeenAt }) => signInState({ createdAt, lastSeenAt, roles }, now) !== 'over')
      .map(({ idHash: hash, userAgent, ...row }) => ({
        ...row,
        browser: readerBrowser(userAgent),
        isThis: sameBytes(hash, idHash),
      }));
  }

  /** Ends one of the person's own sign-ins; nothing when it is over or another's. @returns whether it was the one that asks */
  async endOne(person: Pick<SignedInPerson, 'id' | 'roles'>, id: string, cookie: string): Promise<boolean> {
    const isThis = (await this.own(person, cookie)).some((one) => one.isThis && one.id === id);
    await this.end(person.id, { which: id }, 'one');
    return isThis;
  }

  /** @param cookie of the one that stays */
  async endOthers(personId: string, cookie: string): Promise<void> {
    await this.end(personId, { but: secretHash(cookie) }, 'all others');
  }

  async endAll(personId: string): Promise<void> {
    await this.end(personId, {}, 'all');
  }

  /** On every device, within what causes it: a change of roles. */
  async signOutEverywhere(tx: EntityManager, personId: string): Promise<void> {
    await this.signIns.removeOf(tx, personId);
  }

  private async end(personId: string, which: { which?: string; but?: Buffer }, asked: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const id of await this.signIns.removeOf(tx, personId, which)) {
        await this.record(tx, 'sign_in.ended', personId, id, { asked });
      }
    });
  }

  private async record(tx: EntityManager, action: string, personId: string, id: string, detail: object): Promise<void> {
    await this.audit.record(tx, {
      actorId: personId,
      action,
      subjectType: 'sign_in',
      subjectId: id,
      detail: { ...detail },
    });
  }
}
