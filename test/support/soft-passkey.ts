import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Made {
  challenge: string;
  user: { id: string };
}

/** What a device says of itself when it is honest; a test may have it say something else. */
interface Says {
  /** The website that it was asked by. */
  origin: string;
  rpId: string;
  /** Its owner unlocked it. */
  verifies?: boolean;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** A device with one passkey, without a browser round it (WebAuthn level 3, sections 6.1, 6.5). */
export class SoftPasskey {
  readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private handle = '';
  counter = 0;

  constructor(private readonly says: Says) {}

  /** @param options of the site @returns RegistrationResponseJSON as text */
  make({ challenge, user }: Made, says: Partial<Says> = {}): string {
    this.handle = user.id;
    const { origin, authData } = this.signed({ ...this.says, ...says }, true);
    const client = this.client('webauthn.create', challenge, origin);
    const attestation = isoCBOR.encode(
      new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', Uint8Array.from(authData)],
      ]),
    );
    return this.answer({ ...client, attestationObject: Buffer.from(attestation).toString('base64url') });
  }

  /** @param options of the site @returns AuthenticationResponseJSON as text */
  use({ challenge }: Pick<Made, 'challenge'>, says: Partial<Says & { handle: string }> = {}): string {
    this.counter += 1;
    const { origin, authData } = this.signed({ ...this.says, ...says }, false);
    const client = this.client('webauthn.get', challenge, origin);
    const data = Buffer.concat([authData, sha256(Buffer.from(client.clientDataJSON, 'base64url'))]);
    return this.answer({
      ...client,
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', data, this.keys.privateKey).toString('base64url'),
      userHandle: says.handle ?? this.handle,
    });
  }

  private client(type: string, challenge: string, origin: string) {
    const text = JSON.stringify({ type, challenge, origin, crossOrigin: false });
    return { clientDataJSON: Buffer.from(text).toString('base64url') };
  }

  private signed({ origin, rpId, verifies = true }: Says, withKey: boolean) {
    const head = Buffer.alloc(5);
    head.writeUInt8(PRESENT | (verifies ? VERIFIED : 0) | (withKey ? WITH_KEY : 0));
    head.writeUInt32BE(this.counter, 1);
    return { origin, authData: Buffer.concat([sha256(rpId), head, ...(withKey ? [this.key()] : [])]) };
  }

  private key(): Buffer {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x!, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y!, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    return Buffer.concat([Buffer.alloc(16), length, this.id, Buffer.from(isoCBOR.encode(cose))]);
  }

  private answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }
}
