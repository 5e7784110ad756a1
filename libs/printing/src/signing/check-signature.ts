import { createHash, verify, X509Certificate } from 'node:crypto';
import { bufferOf, OID, pki } from './pki';

/** What a signature in a PDF says. Whether its signer is who they say is another question. */
export interface SignatureFound {
  /** Every byte of the file is as it was signed. */
  unchanged: boolean;
  /** As the certificate names them. */
  signer?: string;
  /** SHA-256 of the signer's certificate, hex. */
  certificate?: string;
}

/** The algorithm's identifier with its empty parameters, DER. */
const SHA_256 = Buffer.from('300d06096086480165030402010500', 'hex');
const RANGE = /\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]\n\/Contents </g;

/**
 * Looks at the last signature of a PDF that `signPdf` made. It is stricter than readers are: the signature covers the whole
 * file but itself, and is written in the one way in which we write it, so that no byte can be another.
 * @returns undefined when there is none
 */
export async function checkSignature(pdf: Uint8Array): Promise<SignatureFound | undefined> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const last = [...file.toString('latin1').matchAll(RANGE)].at(-1);
  if (!last) return file.includes('/ByteRange') ? { unchanged: false } : undefined;
  const [from, to, rest] = last.slice(1).map(Number) as [number, number, number];
  const covers = from === last.index + last[0].length - 1 && to + rest === file.length && to > from + 2;
  if (!covers || file[to - 1] !== 0x3e) return { unchanged: false };
  const written = file.toString('latin1', from + 1, to - 1);
  const padded = Buffer.from(written, 'hex');
  const length = derLength(padded);
  const isPlain = padded.toString('hex') === written && padded.subarray(length).every((byte) => byte === 0);
  if (length === 0 || !isPlain) return { unchanged: false };
  const content = Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  // Told without taking the signature apart, as most changes are.
  const digest = createHash('sha256').update(content).digest();
  if (!padded.includes(digest)) return { unchanged: false };
  try {
    return await checkCms(padded.subarray(0, length), digest);
  } catch {
    return { unchanged: false };
  }
}

async function checkCms(der: Buffer, digest: Buffer): Promise<SignatureFound> {
  const { pkijs, asn1js } = await pki();
  const info = pkijs.ContentInfo.fromBER(bufferOf(der));
  const signed = new pkijs.SignedData({ schema: info.content });
  const [own] = signed.certificates ?? [];
  const [signer] = signed.signerInfos;
  if (!(own instanceof pkijs.Certificate) || !signer) return { unchanged: false };
  const attribute = signer.signedAttrs?.attributes.find(({ type }) => type === OID.messageDigest)?.values[0];
  if (!Buffer.from((attribute as InstanceType<typeof asn1js.OctetString>).getValue()).equals(digest)) {
    return { unchanged: false };
  }
  const ownDer = derOf(own);
  const certificate = createHash('sha256').update(ownDer).digest();
  const named = signer.signedAttrs?.attributes.find(({ type }) => type === OID.signingCertificateV2)?.values[0];
  const digests = [...signed.digestAlgorithms, signer.digestAlgorithm];
  const { issuer, serialNumber } = own;
  const expectations = [
    info.contentType === OID.signedData,
    signed.version === 1 && signer.version === 1 && signed.signerInfos.length === 1,
    signed.encapContentInfo.eContentType === OID.data && !signed.encapContentInfo.eContent,
    digests.length === 2 && digests.every((way) => derOf(way).equals(SHA_256)),
    signer.unsignedAttrs === undefined,
    derOf(signer.sid).equals(derOf(new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }))),
    named instanceof asn1js.Sequence && Buffer.from(named.toBER()).includes(certificate),
    // One way to write it: what another reading would pass over is not passed over here.
    derOf(info).equals(der),
    Buffer.from(
      new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema().toBER(),
    ).equals(der),
  ];
  if (!expectations.every(Boolean)) return { unchanged: false };
  const { publicKey, subject } = new X509Certificate(ownDer);
  const isRsa = publicKey.asymmetricKeyType === 'rsa';
  // Signed as a set, kept as [0]: RFC 5652, 5.4.
  const toCheck = derOf(signer.signedAttrs!);
  toCheck[0] = 0x31;
  const unchanged =
    signer.signatureAlgorithm.algorithmId === (isRsa ? OID.rsaWithSha256 : OID.ecdsaWithSha256) &&
    verify('sha256', toCheck, publicKey, Buffer.from(signer.signature.getValue()));
  return { unchanged, signer: /^CN=(.*)$/m.exec(subject)?.[1] ?? subject, certificate: certificate.toString('hex') };
}

const derOf = (part: { toSchema(): { toBER(): ArrayBuffer } }): Buffer => Buffer.from(part.toSchema().toBER());

/** Of a DER sequence with its head; 0 when it is none. */
function derLength(der: Buffer): number {
  if (der.length < 4 || der[0] !== 0x30 || der[1] !== 0x82) return 0;
  const length = 4 + der.readUInt16BE(2);
  return length <= der.length ? length : 0;
}
