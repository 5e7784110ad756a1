import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';

const NONCE_BYTES = 24;
const toBytes = (text: string) => new TextEncoder().encode(text);

/** sha-256 in hex of the UTF-8 form. */
export const hashOf = (text: string): string => bytesToHex(sha256(toBytes(text)));

/** Reads base64 and base64url. */
export function bytesFromBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function base64FromBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}

/**
 * Seals what one attempt keeps in the browser. Packages may share this origin's storage: without the attempt's key an
 * entry can neither be read nor made. Synchronous, so that it works while the page is being closed.
 */
export class Seal {
  /** Groups the entries of the attempt without naming it. */
  readonly tag: string;

  constructor(private readonly key: Uint8Array) {
    this.tag = bytesToHex(sha256(concatBytes(toBytes('induct journal\0'), key))).slice(0, 32);
  }

  /** @param place where the entry will lie: an entry moved elsewhere does not open */
  close(place: string, text: string): Uint8Array {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    return concatBytes(nonce, xchacha20poly1305(this.key, nonce, toBytes(place)).encrypt(toBytes(text)));
  }

  /** @returns undefined when it was not sealed with this key for this place */
  open(place: string, sealed: Uint8Array): string | undefined {
    try {
      const cipher = xchacha20poly1305(this.key, sealed.subarray(0, NONCE_BYTES), toBytes(place));
      return new TextDecoder().decode(cipher.decrypt(sealed.subarray(NONCE_BYTES)));
    } catch {
      return undefined;
    }
  }
}
