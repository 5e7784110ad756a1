import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { isPng, unbakePng, unbakeSvg } from './bake';
import { CONTEXTS, numberOf } from './credential';
import { proofHolds } from './data-integrity';
import { IssuerKeys } from './issuer-keys';
import { isSaidPlainly } from './said-plainly';
import { claimsOf, readJwt } from './vc-jwt';

/** More than a credential of ours is long; so much is read of what a stranger hands in. */
const LARGEST_CREDENTIAL = 64 * 1024;

/** `genuine`: as this council signed it. `changed`: it says it is this council's, and is not as it was signed. */
export type CheckedCredential =
  | { outcome: 'genuine'; number: string }
  | { outcome: 'changed'; number?: string | undefined }
  | { outcome: 'not-ours' | 'no-credential' };

/** Looks at credentials that strangers hand in: JSON, JWT, or a picture that carries one. */
@Injectable()
export class CredentialCheck {
  constructor(
    private readonly issuer: IssuerKeys,
    private readonly clock: Clock,
  ) {}

  async check(file: Buffer): Promise<CheckedCredential> {
    const text = textOf(file)?.trim();
    if (text === undefined || text.length > LARGEST_CREDENTIAL) return { outcome: 'no-credential' };
    const isJwt = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
    const claimed = isJwt ? claimsOf(text) : objectOf(text);
    if (!claimed) return { outcome: 'no-credential' };
    const number = numberOf(claimed, this.issuer.site);
    if (issuerOf(claimed) !== this.issuer.did) return { outcome: 'not-ours' };
    // Named before anything is reckoned with: a stranger's graph costs time.
    if (number === undefined) return { outcome: 'changed' };
    // With words of its own a credential could say anything and mean the same.
    if (JSON.stringify(claimed['@context']) !== JSON.stringify(CONTEXTS)) return { outcome: 'changed', number };
    if (!isJwt && !(isSaidPlainly(text, claimed) && isOneSignature(claimed))) return { outcome: 'changed', number };
    const document = await this.issuer.document();
    const holds = isJwt
      ? (await readJwt(text, document)) !== undefined
      : await proofHolds(claimed, document, this.clock.now());
    return holds ? { outcome: 'genuine', number } : { outcome: 'changed', number };
  }
}

function textOf(file: Buffer): string | undefined {
  if (isPng(file)) return unbakePng(file);
  const text = file.subarray(0, 10 * LARGEST_CREDENTIAL).toString('utf8');
  return text.includes('<svg') ? unbakeSvg(text) : text;
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) && 'proof' in read
      ? { ...read }
      : undefined;
  } catch {
    return undefined;
  }
}

/** In base58 and nothing beside it: who decodes it passes over spaces. */
function isOneSignature({ proof }: Record<string, unknown>): boolean {
  const value = typeof proof === 'object' && proof !== null && 'proofValue' in proof ? proof.proofValue : undefined;
  return typeof value === 'string' && /^z[1-9A-HJ-NP-Za-km-z]+$/.test(value);
}

function issuerOf({ issuer }: Record<string, unknown>): unknown {
  return typeof issuer === 'object' && issuer !== null ? (issuer as { id?: unknown }).id : issuer;
}
