import { generateKeyPair, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { bufferOf, OID, pki } from './pki';

const YEARS = 20;

/**
 * A new key on the curve P-256 and a certificate that nobody else vouches for.
 * @param name of whoever signs, as readers show it
 * @returns PEM of both
 */
export async function makeSeal(name: string, now: Date): Promise<string> {
  const { pkijs, asn1js, engine } = await pki();
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const pkcs8 = bufferOf(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, curve, true, ['sign']);
  const { d: _, key_ops: __, ...open } = await webcrypto.subtle.exportKey('jwk', key);
  const publicKey = await webcrypto.subtle.importKey('jwk', open, curve, true, ['verify']);

  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  // Positive, and not shorter for a leading nought.
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: bufferOf(serial) });
  for (const party of [certificate.subject, certificate.issuer]) {
    const value = new asn1js.Utf8String({ value: name.slice(0, 64) });
    party.typesAndValues = [new pkijs.AttributeTypeAndValue({ type: OID.commonName, value })];
  }
  certificate.notBefore.value = new Date(now.getTime() - 60_000);
  certificate.notAfter.value = new Date(Date.UTC(now.getUTCFullYear() + YEARS, now.getUTCMonth(), 1));
  // digitalSignature and nonRepudiation.
  const usage = new asn1js.BitString({ valueHex: bufferOf(new Uint8Array([0xc0])), unusedBits: 6 });
  const extensions = [
    { extnID: OID.basicConstraints, extnValue: new pkijs.BasicConstraints({ cA: false }).toSchema().toBER() },
    { extnID: OID.keyUsage, extnValue: usage.toBER() },
  ];
  certificate.extensions = extensions.map((extension) => new pkijs.Extension({ ...extension, critical: true }));
  await certificate.subjectPublicKeyInfo.importKey(publicKey as never, engine);
  await certificate.sign(key as never, 'SHA-256', engine);

  const encoded = Buffer.from(certificate.toSchema(true).toBER())
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return `${pem}-----BEGIN CERTIFICATE-----\n${encoded}-----END CERTIFICATE-----\n`;
}
