import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Needs } from './need-words';

const NONCE_BYTES = 24;
/** What is sealed is filled up to a multiple of that: its length tells little. */
const PADDED_TO = 256;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Sealed with XChaCha20-Poly1305. Whoever reads the table reads nothing, and what is put into another's row does not open.
 * @param key 32 bytes @param place the row it lies in @param nonce 24 random bytes
 */
export function sealNeeds(key: Uint8Array, place: string, needs: Needs, nonce: Uint8Array): Buffer {
  const plain = bytesOf(JSON.stringify(needs));
  const padded = new Uint8Array(Math.ceil(plain.length / PADDED_TO) * PADDED_TO).fill(0x20);
  padded.set(plain);
  return Buffer.concat([nonce, xchacha20poly1305(key, nonce, bytesOf(place)).encrypt(padded)]);
}

/** @returns undefined when it was not sealed with this key for this place */
export function openNeeds(key: Uint8Array, place: string, sealed: Uint8Array): Needs | undefined {
  try {
    const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), bytesOf(place));
    return JSON.parse(new TextDecoder().decode(cipher.decrypt(sealed.subarray(NONCE_BYTES)))) as Needs;
  } catch {
    return undefined;
  }
}
