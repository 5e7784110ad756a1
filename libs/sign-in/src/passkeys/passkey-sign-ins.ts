import { Inject, Injectable } from '@nestjs/common';
import { AtOnce, Clock, CONFIG, type Config, Transactions } from '@induct/platform';
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { DeniedAttempts } from '../access/denied-attempts';
import { sameBytes } from '../hash';
import { PasskeyChallenges } from './passkey-challenges';
import { PasskeyRefused } from './passkey.errors';
import { PasskeyRepository, type PasskeyUsed } from './passkey.repository';
import { Assertion, mustVerify, PASSKEY_LIMITS, readAnswer } from './passkey.rules';
import { relyingParty } from './relying-party';

/** What lets the owner in. @param passkeyId what they call it by */
type SignsIn = (tx: EntityManager, personId: string, passkeyId: string) => Promise<void>;

/** Signing in with a passkey: nothing is typed, the device says who it is. */
@Injectable()
export class PasskeySignIns {
  /** As for letters: a few connections are for strangers. */
  private readonly strangers = new AtOnce(4, 200);

  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly challenges: PasskeyChallenges,
    private readonly transactions: Transactions,
    private readonly denied: DeniedAttempts,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What the browser asks a device for.
   * @param personId who shows once more who they are: only theirs are asked for
   * @returns WebAuthn's PublicKeyCredentialRequestOptions as JSON
   * @throws TooManyAtOnce
   */
  async ask(personId?: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = personId ? await this.passkeys.ofPerson(personId) : [];
    return await generateAuthenticationOptions({
      rpID: relyingParty(this.config).id,
      challenge: await this.strangers.run(() => this.challenges.make(null)),
      timeout: PASSKEY_LIMITS.challengeLives,
      // Whoever must be verified is known only afterwards; a device that can verify does so when it is preferred.
      userVerification: 'preferred',
      allowCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    });
  }

  /**
   * Looks at what a device has signed, and lets `signIn` sign its owner in, in one transaction.
   * @param answer of the browser, JSON
   * @throws PasskeyRefused, TooManyAtOnce
   */
  async use(answer: string, signIn: SignsIn): Promise<void> {
    try {
      await this.strangers.run(() => this.tryToUse(answer, signIn));
    } catch (error) {
      if (error instanceof PasskeyRefused) await this.denied.passkey(error.why, error.personId);
      throw error;
    }
  }

  private async tryToUse(answer: string, signIn: SignsIn) {
    const response = readAnswer(Assertion, answer);
    if (!response) throw new PasskeyRefused('unreadable');
    // Before anything is looked up, and in a transaction of its own: it is used up whatever comes of it.
    const challenge = challengeIn(response.response.clientDataJSON);
    if (challenge === undefined || !(await this.challenges.take(challenge, null))) throw new PasskeyRefused('stale');
    await this.transactions.run(async (tx) => {
      const passkey = await this.passkeys.findToUse(tx, response.id);
      if (!passkey) throw new PasskeyRefused('unknown');
      const counter = await this.verified(response, challenge, passkey);
      await this.passkeys.used(tx, passkey.credentialId, counter, this.clock.now());
      await signIn(tx, passkey.personId, passkey.id);
    });
  }

  /** @returns how often the device says that the passkey was used */
  private async verified(response: Assertion, challenge: string, passkey: PasskeyUsed): Promise<number> {
    const { id, origin } = relyingParty(this.config);
    const { userHandle } = response.response;
    if (userHandle !== undefined && !sameBytes(Buffer.from(userHandle, 'base64url'), passkey.handle))
      throw new PasskeyRefused('wrong', passkey.personId);
    const found = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} } as Parameters<
        typeof verifyAuthenticationResponse
      >[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: Number(passkey.counter),
      },
      requireUserVerification: false,
    }).catch(() => undefined);
    if (!found?.verified) throw new PasskeyRefused('wrong', passkey.personId);
    const { userVerified, newCounter } = found.authenticationInfo;
    if (!userVerified && mustVerify(passkey.roles)) throw new PasskeyRefused('not verified', passkey.personId);
    return newCounter;
  }
}

/** What the device says that it signed. The library holds it against the signature. */
function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
