import { createPrivateKey, X509Certificate } from 'node:crypto';
import { bufferOf, pki } from './pki';
import { type Seal, SealIsWrong, sealOf } from './seal';

/**
 * Reads a PKCS#12 file (`.p12`, `.pfx`) as programs have made them since 2021: AES, SHA-256.
 * @throws SealIsWrong
 */
export async function sealOfPkcs12(file: Uint8Array, passphrase = ''): Promise<Seal> {
  const { pkijs, engine } = await pki();
  const password = bufferOf(Buffer.from(passphrase, 'utf8'));
  const keys: Buffer[] = [];
  const certificates: X509Certificate[] = [];
  try {
    const pfx = pkijs.PFX.fromBER(bufferOf(file));
    await pfx.parseInternalValues({ password, checkIntegrity: true }, engine);
    const safe = pfx.parsedValue!.authenticatedSafe!;
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) }, engine);
    const contents = safe.parsedValue.safeContents as { value: InstanceType<typeof pkijs.SafeContents> }[];
    for (const { bagValue: bag } of contents.flatMap(({ value }) => value.safeBags)) {
      if (bag instanceof pkijs.PKCS8ShroudedKeyBag) {
        await (bag as unknown as { parseInternalValues(of: object, by: object): Promise<void> }).parseInternalValues(
          { password },
          engine,
        );
        keys.push(Buffer.from(bag.parsedValue!.toSchema().toBER()));
      } else if (bag instanceof pkijs.PrivateKeyInfo) {
        keys.push(Buffer.from(bag.toSchema().toBER()));
      } else if (bag instanceof pkijs.CertBag && bag.parsedValue instanceof pkijs.Certificate) {
        certificates.push(new X509Certificate(Buffer.from(bag.parsedValue.toSchema().toBER())));
      }
    }
  } catch {
    throw new SealIsWrong(
      'its passphrase is missing or wrong, or an old program made the file. Make it anew with ' +
        '"openssl pkcs12 -legacy -in old.p12 -out key.pem", and name key.pem instead',
    );
  }
  if (keys.length !== 1) throw new SealIsWrong(`the file has ${keys.length} keys; it has to have one`);
  return sealOf(createPrivateKey({ key: keys[0]!, format: 'der', type: 'pkcs8' }), certificates);
}
