import { createPublicKey } from 'node:crypto';
import type { CredentialJson } from './credential';
import type { DidDocument, IssuerKey } from './issuer-keys';

const seconds = (moment: unknown) => Math.floor(Date.parse(String(moment)) / 1000);

/** The same credential as a JWT: its claims are the credential itself (VC-JOSE-COSE; Open Badges 3.0, 8.2). */
export async function jwtOf(credential: CredentialJson, { id, privateKey }: IssuerKey): Promise<string> {
  const { SignJWT } = await import('jose');
  const [did, key] = id.split('#') as [string, string];
  const { validFrom, validUntil } = credential;
  const claims = {
    ...credential,
    iss: did,
    jti: credential.id,
    nbf: seconds(validFrom),
    ...(validUntil !== undefined && { exp: seconds(validUntil) }),
  };
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: `${did}#jwk-${key}` })
    .sign(privateKey);
}

/** @returns what it claims, when one of the issuer's keys signed it; its days are not looked at: that the register says */
export async function readJwt(jwt: string, issuer: DidDocument): Promise<Record<string, unknown> | undefined> {
  const { compactVerify, decodeProtectedHeader } = await import('jose');
  // The last sign of a part has bits to spare: another one would be read as the same.
  if (!jwt.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)) return undefined;
  try {
    const { kid } = decodeProtectedHeader(jwt);
    const method = issuer.verificationMethod.find(({ id }) => id === kid);
    if (!method || !('publicKeyJwk' in method)) return undefined;
    const key = createPublicKey({ key: method.publicKeyJwk, format: 'jwk' });
    const { payload } = await compactVerify(jwt, key, { algorithms: ['EdDSA'] });
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** What it claims, whoever signed it; undefined when it is no JWT. */
export function claimsOf(jwt: string): Record<string, unknown> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}
