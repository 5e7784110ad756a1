import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { AuditTrail, Clock, CONFIG, type Config, Council, Ids, readerCouncil, Transactions } from '@induct/platform';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { browserWords } from '../browser-words';
import { secretHash } from '../hash';
import type { SignedInPerson } from '../sign-ins/signed-in-person';
import { PasskeyChallenges } from './passkey-challenges';
import { PasskeyNotFound, PasskeyRefused } from './passkey.errors';
import { passkeyAddedLetter } from './passkey.letter';
import { PasskeyRepository } from './passkey.repository';
import { mustVerify, PASSKEY_LIMITS, readAnswer, Registration } from './passkey.rules';
import type { PasskeyEntity } from './passkey.entity';
import { relyingParty, relyingPartyName } from './relying-party';

/** One of somebody's own passkeys. */
export type OwnPasskey = Pick<PasskeyEntity, 'id' | 'name' | 'createdAt' | 'lastUsedAt'>;

type Owner = Pick<SignedInPerson, 'id' | 'name' | 'email' | 'roles'>;

/** Somebody's own passkeys: added, named, removed, the last one too, as a letter always signs in. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly challenges: PasskeyChallenges,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
  ) {}

  /** The oldest first. */
  async of(personId: string): Promise<OwnPasskey[]> {
    const rows = await this.passkeys.ofPerson(personId);
    return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
  }

  async hasAny(personId: string, tx?: EntityManager): Promise<boolean> {
    return (await this.passkeys.ofPerson(personId, tx)).length > 0;
  }

  /** What the browser asks a device for. @returns WebAuthn's PublicKeyCredentialCreationOptions as JSON */
  async ask(person: Owner): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { id } = relyingParty(this.config);
    const name = relyingPartyName(this.council.current);
    const known = await this.passkeys.ofPerson(person.id);
    const handle = await this.transactions.run((tx) =>
      this.passkeys.handleOf(tx, person.id, this.ids.bytes(HANDLE_BYTES)),
    );
    return await generateRegistrationOptions({
      rpID: id,
      rpName: name,
      userID: Uint8Array.from(handle),
      userName: person.email,
      userDisplayName: person.name,
      challenge: await this.challenges.make(person.id),
      timeout: PASSKEY_LIMITS.challengeLives,
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: {
        residentKey: 'required',
        userVerification: mustVerify(person.roles) ? 'required' : 'preferred',
      },
    });
  }

  /**
   * Keeps the passkey that a device made, and writes to its owner that it is there.
   * @param answer of the browser, JSON @param userAgent what it is called after, until somebody gives it another name
   * @throws PasskeyRefused
   */
  async add(person: Owner, answer: string, userAgent: string | undefined): Promise<void> {
    const { publicKey, credentialId, counter } = await this.verified(person, answer);
    const passkey = { id: this.ids.uuid(), name: browserWords(userAgent) };
    await this.transactions.run(async (tx) => {
      if ((await this.passkeys.ofPerson(person.id, tx)).length >= PASSKEY_LIMITS.most)
        throw new PasskeyRefused('too many');
      const added = await this.passkeys.add(tx, {
        ...passkey,
        credentialId,
        publicKey,
        counter,
        personId: person.id,
        email: person.email.toLowerCase(),
        createdAt: this.clock.now(),
        lastUsedAt: null,
      });
      if (!added) throw new PasskeyRefused('known already');
      await this.record(tx, 'passkey.added', person.id, passkey.id);
      await this.outbox.post(tx, {
        once: ['passkey added', passkey.id],
        recipient: person.email,
        letter: () =>
          passkeyAddedLetter({
            name: person.name,
            passkey: passkey.name,
            council: readerCouncil(this.council.current),
            url: `${this.config.SITE_ORIGIN}/account#passkeys`,
          }),
      });
    });
  }

  /** @throws PasskeyNotFound */
  async rename(personId: string, id: string, name: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.passkeys.rename(tx, personId, id, name))) throw new PasskeyNotFound();
    });
  }

  /**
   * Its device keeps it, and can do nothing with it. What it is signed in to elsewhere ends, and no device is remembered any more
   * that was so with it: whoever lost a phone means all of that.
   * @param here what the browser that asks keeps in its cookies: it stays as it is
   * @throws PasskeyNotFound
   */
  async remove(
    personId: string,
    id: string,
    here: { signIn?: string | undefined; device?: string | undefined } = {},
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.passkeys.hold(tx, personId, id))) throw new PasskeyNotFound();
      for (const ended of await this.passkeys.endSignIns(tx, id, hashOf(here.signIn)))
        await this.record(tx, 'sign_in.ended', personId, ended, { asked: 'passkey removed' });
      for (const ended of await this.passkeys.endDevices(tx, id, hashOf(here.device)))
        await this.record(tx, 'device.ended', personId, ended);
      await this.passkeys.remove(tx, personId, id);
      await this.record(tx, 'passkey.removed', personId, id);
    });
  }

  /** Of somebody who left, or whose letters go elsewhere now. */
  async removeOver(tx: EntityManager, personId: string): Promise<void> {
    await this.passkeys.removeOver(tx, personId);
  }

  private async verified(person: Owner, answer: string) {
    const response = readAnswer(Registration, answer);
    if (!response) throw new PasskeyRefused('unreadable');
    const { id, origin } = relyingParty(this.config);
    let wasOurs: boolean | undefined;
    const found = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} } as Parameters<
        typeof verifyRegistrationResponse
      >[0]['response'],
      expectedChallenge: async (challenge) => (wasOurs = await this.challenges.take(challenge, person.id)),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => undefined);
    if (wasOurs === false) throw new PasskeyRefused('stale');
    if (!found?.verified) throw new PasskeyRefused('wrong');
    const { credential, userVerified } = found.registrationInfo;
    if (!userVerified && mustVerify(person.roles)) throw new PasskeyRefused('not verified');
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
    };
  }

  /** @param action its first word is what it is about */
  private async record(
    tx: EntityManager,
    action: string,
    personId: string,
    id: string,
    detail?: object,
  ): Promise<void> {
    const subjectType = action.split('.', 1)[0]!;
    await this.audit.record(tx, {
      actorId: personId,
      action,
      subjectType,
      subjectId: id,
      ...(detail && { detail: { ...detail } }),
    });
  }
}

const hashOf = (cookie: string | undefined) => (cookie === undefined ? undefined : secretHash(cookie));

const HANDLE_BYTES = 32;
/** Ed25519, ECDSA P-256, RSA (IANA COSE): what devices have. Node calls the one for after quantum computers experimental. */
const ALGORITHMS = [-8, -7, -257];
