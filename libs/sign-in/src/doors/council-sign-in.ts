import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AtOnce, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { DeniedAttempts } from '../access/denied-attempts';
import { secretHash } from '../hash';
import { RoleRules } from '../roles/role-rules';
import { safePath } from '../access/safe-path';
import { type LinkHolder, SignInLinks } from '../links/sign-in-links';
import { accountWords, claimedEmail } from '../council/account-words';
import type { CouncilAccountEntity } from '../council/council-account.entity';
import { AnswerRefused, CouncilAway } from '../council/council.errors';
import { type Checks, type Claims, CouncilProvider } from '../council/council-provider';
import { CouncilRepository } from '../council/council.repository';

/** In milliseconds. */
const COUNCIL_LIMITS = {
  /** Long enough to find a telephone and approve a sign-in on it. */
  answersWithin: 15 * 60_000,
  /** So long a late answer still finds the page it was to lead to. */
  remembersWhere: 12 * 3_600_000,
  /** To ask for the letter that links an account. */
  asksWithin: 15 * 60_000,
};

/** Why nobody is signed in: the council is away, said no, was too late; the answer is none of ours; the person has left. */
export const COUNCIL_FAILS = ['away', 'refused', 'late', 'unasked', 'left'] as const;
export type CouncilFails = (typeof COUNCIL_FAILS)[number];

/** What came of going to the council's sign-in. `nextPath` is where the person wanted to go in the first place. */
export type CameBack =
  | { is: 'signed in'; nextPath: string }
  /** It is a good account, and belongs to nobody here: one letter links it. */
  | { is: 'not linked' }
  | { is: 'failed'; why: CouncilFails; nextPath: string };

/** Signs somebody in within a transaction. @returns the cookie */
export type SigningIn = (tx: EntityManager, personId: string) => Promise<string>;

/**
 * Signing in with a council account (docs/decisions/1300). Of what is under way only hashes are stored: nonce and verifier are
 * worked out from the state and a secret that only the asking browser has, so an answer is worth nothing in another.
 */
@Injectable()
export class CouncilSignIn {
  /** As for letters: strangers share a few connections. */
  private readonly strangers = new AtOnce(4, 200);

  constructor(
    private readonly provider: CouncilProvider,
    private readonly council: CouncilRepository,
    private readonly rules: RoleRules,
    private readonly links: SignInLinks,
    private readonly denied: DeniedAttempts,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  get isSetUp(): boolean {
    return this.provider.isSetUp;
  }

  /**
   * @param browser the secret that the browser has from an earlier time: several of its windows may be under way
   * @returns where to send it, and what it keeps
   * @throws CouncilAway, TooManyAtOnce
   */
  async start(nextPath: string, browser: string | undefined): Promise<{ to: URL; browser: string }> {
    const secret = browser ?? this.ids.secret(32);
    const state = this.ids.secret(32);
    const to = await this.provider.signInAt(checksOf(secret, state));
    const now = this.clock.now();
    await this.strangers.run(() =>
      this.transactions.run(async (tx) => {
        const startsBefore = new Date(now.getTime() - COUNCIL_LIMITS.remembersWhere);
        await this.council.removeOld(tx, { now, startsBefore });
        await this.council.addStart(tx, {
          stateHash: secretHash(state),
          browserHash: secretHash(secret),
          nextPath: safePath(nextPath),
          until: new Date(now.getTime() + COUNCIL_LIMITS.answersWithin),
        });
      }),
    );
    return { to, browser: secret };
  }

  /**
   * Takes the council's answer, once, in the browser that asked.
   * @param answer path and query
   * @throws TooManyAtOnce
   */
  async comeBack(answer: string, browser: string | undefined, signIn: SigningIn): Promise<CameBack> {
    const [state, ...others] = new URL(answer, 'https://here.invalid').searchParams.getAll('state');
    if (!browser || !state || others.length > 0) return failed('unasked');
    const start = await this.strangers.run(() =>
      this.transactions.run((tx) => this.council.takeStart(tx, secretHash(state), secretHash(browser))),
    );
    if (!start) return failed('unasked');
    const { nextPath, until } = start;
    if (until <= this.clock.now()) return failed('late', nextPath);
    const claims = await this.claimsOf(answer, checksOf(browser, state));
    return typeof claims === 'string' ? failed(claims, nextPath) : this.letIn(claims, { browser, nextPath, signIn });
  }

  /** The account that was proved in a browser and waits for its letter. */
  async waiting(browser: string | undefined): Promise<CouncilAccountEntity | undefined> {
    return browser === undefined ? undefined : this.council.kept(secretHash(browser), this.clock.now());
  }

  /**
   * Sends the letter that links the account, if somebody has that address. Whether somebody has is not to be seen.
   * @returns as `SignInLinks.ask`; undefined when no account waits in this browser any more
   * @throws TooManyAtOnce
   */
  async askForALetter(browser: string | undefined, request: LinkHolder & { email: string }) {
    const account = await this.waiting(browser);
    return account && this.links.ask({ ...request, nextPath: account.nextPath, account });
  }

  /** Where one signs out at the council; undefined when it has no such page, or is away. */
  async signOutAt(): Promise<URL | undefined> {
    if (!this.isSetUp) return undefined;
    try {
      return await this.provider.signOutAt();
    } catch (error) {
      if (error instanceof CouncilAway) return undefined;
      throw error;
    }
  }

  private async claimsOf(answer: string, checks: Checks): Promise<Claims | 'away' | 'refused'> {
    try {
      return await this.provider.claims(answer, checks);
    } catch (error) {
      if (error instanceof CouncilAway) return 'away';
      if (!(error instanceof AnswerRefused)) throw error;
      return 'refused';
    }
  }

  private async letIn(
    claims: Claims,
    { browser, nextPath, signIn }: { browser: string; nextPath: string; signIn: SigningIn },
  ): Promise<CameBack> {
    const { iss: issuer, sub: subject } = claims;
    const account = accountWords(claims);
    const said = await this.rules.heed(claims);
    const identity = await this.council.find({ issuer, subject });
    if (!identity) {
      const until = new Date(this.clock.now().getTime() + COUNCIL_LIMITS.asksWithin);
      const waits = { browserHash: secretHash(browser), issuer, subject, account, nextPath, until, told: said };
      await this.transactions.run((tx) => this.council.keep(tx, { ...waits, email: claimedEmail(claims) }));
      return { is: 'not linked' };
    }
    const { id, personId, isActive } = identity;
    if (!isActive) {
      await this.denied.link('council account of somebody who has left', identity);
      return failed('left', nextPath);
    }
    // Before the sign-in, and not with it: a change of roles ends every sign-in of the person.
    await this.rules.apply(personId, said);
    const isIn = await this.transactions.run(async (tx) => {
      if (!(await this.council.use(tx, id, account, this.clock.now()))) return false;
      const cookie = await signIn(tx, personId);
      await this.council.addSignIn(tx, id, secretHash(cookie));
      return true;
    });
    return isIn ? { is: 'signed in', nextPath } : failed('unasked', nextPath);
  }
}

const failed = (why: CouncilFails, nextPath = '/'): CameBack => ({ is: 'failed', why, nextPath });

/** 256 bits each, in 43 characters: as long as a verifier has to be (RFC 7636, 4.1). */
function checksOf(secret: string, state: string): Checks {
  const workedOut = (what: string) => createHmac('sha256', secret).update(`${what} ${state}`).digest('base64url');
  return { state, nonce: workedOut('nonce'), verifier: workedOut('verifier') };
}
