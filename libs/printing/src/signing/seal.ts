import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** The key that documents are signed with, and the certificate that says whose it is. */
export interface Seal {
  key: KeyObject;
  /** DER: the signer's first, then those that stand behind it. */
  certificates: readonly Buffer[];
}

/** The file with the council's own key cannot be used; `message` says what to do. */
export class SealIsWrong extends Error {
  constructor(what: string) {
    super(`The key that documents are signed with cannot be used: ${what}`);
    this.name = 'SealIsWrong';
  }
}

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Reads a private key and its certificates from one PEM text, in any order.
 * @throws SealIsWrong
 */
export function sealOfPem(pem: string, passphrase?: string): Seal {
  const certificates = (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block));
  if (certificates.length === 0) throw new SealIsWrong('the file has no certificate beside the key');
  return sealOf(privateKeyOf(pem, passphrase), certificates);
}

/** @throws SealIsWrong unless one of the certificates is the key's, and we can sign with it */
export function sealOf(key: KeyObject, certificates: readonly X509Certificate[]): Seal {
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) throw new SealIsWrong('no certificate in the file belongs to the key');
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  const isCurve = type === 'ec' && details?.namedCurve === 'prime256v1';
  const isRsa = type === 'rsa' && (details?.modulusLength ?? 0) >= 2048;
  if (!isCurve && !isRsa)
    throw new SealIsWrong('it has to be an RSA key of 2048 bits or more, or one on the curve P-256');
  const others = certificates.filter((certificate) => certificate !== own);
  return { key, certificates: [own, ...others].map(({ raw }) => raw) };
}

function privateKeyOf(pem: string, passphrase: string | undefined): KeyObject {
  const block = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)?.[0];
  if (!block) throw new SealIsWrong('the file has no private key');
  try {
    return createPrivateKey({ key: block, ...(passphrase !== undefined && { passphrase }) });
  } catch {
    throw new SealIsWrong('the passphrase of the key is missing or wrong, or the file is damaged');
  }
}
