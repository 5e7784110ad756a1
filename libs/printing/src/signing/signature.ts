import { createHash, sign } from 'node:crypto';
import { bufferOf, OID, pki } from './pki';
import type { Seal } from './seal';

/**
 * A detached CMS signature as PAdES wants it (ETSI EN 319 142-1, B-B): it names the certificate it was made with, so that no
 * other can be put in its place, and leaves the time to the PDF.
 * @returns DER
 */
export async function signatureOver(content: Uint8Array, seal: Seal): Promise<Buffer> {
  const { pkijs, asn1js } = await pki();
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
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: attributes.map((attribute) => new pkijs.Attribute(attribute)),
  });
  // Signed as a set, kept as [0]: RFC 5652, 5.4.
  const toSign = Buffer.from(signedAttrs.toSchema().toBER());
  toSign[0] = 0x31;
  const none = new asn1js.Null();
  const way = () => new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: none });
  const isRsa = seal.key.asymmetricKeyType === 'rsa';
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [way()],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: own!.issuer, serialNumber: own!.serialNumber }),
        digestAlgorithm: way(),
        signedAttrs,
        signatureAlgorithm: new pkijs.AlgorithmIdentifier(
          isRsa ? { algorithmId: OID.rsaWithSha256, algorithmParams: none } : { algorithmId: OID.ecdsaWithSha256 },
        ),
        signature: octets(sign('sha256', toSign, seal.key)),
      }),
    ],
    certificates,
  });
  const info = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}

function sequence(asn1js: typeof import('asn1js'), ...value: InstanceType<typeof asn1js.BaseBlock>[]) {
  return new asn1js.Sequence({ value: value as never });
}
