import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, madeOnce } from '@induct/platform';
import { didOf } from './credential';
import { CredentialRepository } from './credential.repository';

/** The key that credentials are signed with now. */
export interface IssuerKey {
  /** `did:web:…#z6Mk…`. */
  id: string;
  privateKey: KeyObject;
}

const issuerKeyFile = (dataDir: string): string => resolve(dataDir, 'keys', 'issuer.pem');

/** Keys of the issuer of credentials: one private one, made with the first credential; every public one there ever was. */
@Injectable()
export class IssuerKeys {
  readonly did: string;
  readonly site: string;
  private reading?: Promise<IssuerKey>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: CredentialRepository,
    private readonly clock: Clock,
  ) {
    this.site = config.SITE_ORIGIN;
    this.did = didOf(config.SITE_ORIGIN);
  }

  key(): Promise<IssuerKey> {
    const reading = (this.reading ??= this.read());
    reading.catch(() => (this.reading = undefined));
    return reading;
  }

  /** Every key that counts, as `did:web` publishes them: each as a multikey, and once more as JOSE wants it. */
  async document(): Promise<DidDocument> {
    const keys = await this.repository.keys();
    const methods = keys.flatMap(({ id, publicKey }) => [
      { id: `${this.did}#${id}`, type: 'Multikey', controller: this.did, publicKeyMultibase: id },
      {
        id: `${this.did}#jwk-${id}`,
        type: 'JsonWebKey',
        controller: this.did,
        publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', x: publicKey.toString('base64url') },
      },
    ]);
    return {
      '@context': [
        'https://www.w3.org/ns/did/v1',
        'https://w3id.org/security/multikey/v1',
        'https://w3id.org/security/jwk/v1',
      ],
      id: this.did,
      verificationMethod: methods,
      assertionMethod: methods.map(({ id }) => id),
    };
  }

  private async read(): Promise<IssuerKey> {
    const file = issuerKeyFile(this.config.DATA_DIR);
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ed25519');
      madeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    }
    return await this.take(createPrivateKey(readFileSync(file)));
  }

  /** Makes a key one of the issuer's. */
  async take(privateKey: KeyObject): Promise<IssuerKey> {
    const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
    const { fromJwk } = await import('@digitalbazaar/ed25519-multikey');
    const { publicKeyMultibase: id } = await fromJwk({ jwk });
    await this.repository.addKey({ id, publicKey: Buffer.from(jwk.x!, 'base64url'), since: this.clock.now() });
    return { id: `${this.did}#${id}`, privateKey };
  }
}

export interface DidDocument {
  '@context': string[];
  id: string;
  verificationMethod: ({ id: string; type: string; controller: string } & (
    { publicKeyMultibase: string } | { publicKeyJwk: { kty: string; crv: string; alg: string; x: string } }
  ))[];
  assertionMethod: string[];
}
