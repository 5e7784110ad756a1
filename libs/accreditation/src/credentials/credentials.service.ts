import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { Clock } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import type { Certificate } from '../certificate/certificate';
import { credentialOf, type CredentialJson, identityHash, statusListOf } from './credential';
import { CredentialRepository } from './credential.repository';
import { withProof } from './data-integrity';
import { type DidDocument, IssuerKeys } from './issuer-keys';
import { encodedList, type StatusPurpose } from './status-list';
import { jwtOf } from './vc-jwt';

/** How long a list that was made is handed out, and kept by others, together: so late may they learn of a revocation. */
const LIST_MS = 5 * 60_000;

interface MadeList {
  list: Record<string, unknown>;
  /** How long others may keep it. */
  seconds: number;
}

/** Certificates as credentials: what a holder puts into a wallet, and what a wallet asks us about it. */
@Injectable()
export class Credentials {
  private readonly lists = new LRUCache<string, { at: number; list: Record<string, unknown> }>({ max: 100 });

  constructor(
    private readonly repository: CredentialRepository,
    private readonly issuer: IssuerKeys,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** As JSON, with a Data Integrity proof. @param withName only for the holder */
  async json(certificate: Certificate, { withName }: { withName: boolean }): Promise<string> {
    const credential = await this.credential(certificate, withName);
    return JSON.stringify(await withProof(credential, await this.issuer.key(), this.clock.now()), null, 2);
  }

  /** As a JWT. @param withName only for the holder */
  async jwt(certificate: Certificate, { withName }: { withName: boolean }): Promise<string> {
    return await jwtOf(await this.credential(certificate, withName), await this.issuer.key());
  }

  /** Which credentials of a list no longer count, signed; undefined when there is no such list. `seconds`: how long it may be kept. */
  async statusList(purpose: StatusPurpose, list: number): Promise<MadeList | undefined> {
    const now = this.clock.now();
    const key = `${purpose}/${list}`;
    const kept = this.lists.get(key);
    const left = kept ? kept.at + LIST_MS - now.getTime() : 0;
    if (kept && left > 0) return { list: kept.list, seconds: Math.floor(left / 1000) };
    const set = await this.repository.set(purpose, list);
    if (!set) return undefined;
    const made = statusListOf(this.issuer, { purpose, list, encoded: encodedList(set), at: now });
    const signed = await withProof(made, await this.issuer.key(), now);
    this.lists.set(key, { at: now.getTime(), list: signed });
    return { list: signed, seconds: LIST_MS / 1000 };
  }

  /** What `did:web` says of us. */
  async didDocument(): Promise<DidDocument> {
    // So that the first who asks finds the key.
    await this.issuer.key();
    return await this.issuer.document();
  }

  private async credential(certificate: Certificate, withName: boolean): Promise<CredentialJson> {
    const holder = await this.people.find(certificate.personId);
    if (!holder) throw new Error('The person of a certificate does not exist');
    const salt = randomBytes(16).toString('hex');
    const made = { identityHash: identityHash(holder.email, salt), salt, madeAt: this.clock.now() };
    const { list, listIndex, ...identity } = await this.repository.take(certificate.id, made);
    const { identityHash: hash, salt: kept } = identity;
    return credentialOf({
      facts: certificate.facts,
      issuer: this.issuer,
      place: { list, listIndex },
      identity: { identityHash: hash, salt: kept },
      withName,
    });
  }
}
