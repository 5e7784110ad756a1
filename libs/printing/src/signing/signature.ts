import { createHash, webcrypto } from 'node:crypto';
import { bufferOf, OID, pki } from './pki';
import type { Seal } from './seal';

/** As WebCrypto names a key's way of signing. */
const wayOf = ({ key }: Seal) =>
  key.asymmetricKeyType === 'rsa'
    ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    : { name: 'ECDSA', namedCurve: 'P-256' };

/**
 * A detached CMS signature as PAdES wants it (ETSI EN 319 142-1, B-B): it names the certificate it was made with, so that no
 * other can be put in its place, and leaves the time to the PDF.
 * @returns DER
 */
export async function signatureOver(content: Uint8Array, seal: Seal): Promise<Buffer> {
  const { pkijs, asn1js, engine } = await pki();
  const certificates = seal.certificates.map((der) => pkijs.Certificate.fromBER(bufferOf(der)));
  const [own] = certificates;
  const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: bufferOf(bytes) });
  const digest = createHash('sha256').update(content).digest();
  const certId = createHash('sha256').update(seal.certificates[0]!).digest();
  // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }: SHA-256 goes without saying.
  const essCertId = sequence(asn1js, octets(certId));
  const attributes = [
    { type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: OID.data })] },
    { type: OID.messageDigest, values: [octets(digest)] },
    { type: OID.signingCertificateV2, values: [sequence(asn1js, sequence(asn1js, essCertId))] },
  ];
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: own!.issuer, serialNumber: own!.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: attributes.map((attribute) => new pkijs.Attribute(attribute)),
        }),
      }),
    ],
    certificates,
  });
  const pkcs8 = bufferOf(seal.key.export({ type: 'pkcs8', format: 'der' }));
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, wayOf(seal), false, ['sign']);
  await signed.sign(key as never, 0, 'SHA-256', undefined, engine);
  const info = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}

function sequence(asn1js: typeof import('asn1js'), ...value: InstanceType<typeof asn1js.BaseBlock>[]) {
  return new asn1js.Sequence({ value: value as never });
}
