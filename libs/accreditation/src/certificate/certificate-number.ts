/**
 * The number of a certificate: `NMC-2026-K7MQ4-XR2TP-9`.
 *
 * Issuer (two to five letters), year, ten random characters, one check character mod 31. The alphabet has 31 characters
 * (a prime), every position has a weight of its own and neighbours' weights differ by one: so any one wrong character
 * and any two swapped neighbours change the sum. 31^10 numbers a year cannot be guessed.
 */

/** Without I, L, O, S and U, which are read as 1, 1, 0, 5 and V. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRTVWXYZ';
const RANDOM_LENGTH = 10;
const LOOKS_LIKE: Record<string, string> = { I: '1', L: '1', O: '0', S: '5', U: 'V' };
const LETTER_LOOKS_LIKE: Record<string, string> = { '0': 'O', '1': 'I', '5': 'S' };

/** `malformed` is not a number of ours at all; `mistyped` looks like one, but its check character does not fit. */
export type ReadNumber = { number: string } | { problem: 'malformed' | 'mistyped' };

/**
 * Makes a number from random bytes.
 * @param issuer two to five capital letters
 * @param bytes gives that many random bytes
 */
export function makeCertificateNumber(issuer: string, year: number, bytes: (length: number) => Uint8Array): string {
  let random = '';
  while (random.length < RANDOM_LENGTH) {
    for (const byte of bytes(RANDOM_LENGTH * 2)) {
      // 248 = 8 × 31: the bytes above would make some characters likelier than others.
      if (byte < 248 && random.length < RANDOM_LENGTH) random += ALPHABET[byte % 31];
    }
  }
  return written(issuer, String(year), random + checkCharacter(issuer, year + random));
}

/**
 * Reads what a person typed: capitals or not, with or without hyphens and spaces, O for 0 and the like.
 * @returns the number as it is printed, or what is wrong
 */
export function readCertificateNumber(typed: string): ReadNumber {
  const characters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const match = /^(.{2,5})(.{4})(.{11})$/.exec(characters);
  if (!match) return { problem: 'malformed' };
  const issuer = match[1]!.replace(/[015]/g, (digit) => LETTER_LOOKS_LIKE[digit]!);
  const year = withoutLookalikes(match[2]!);
  const rest = withoutLookalikes(match[3]!);
  if (!/^[A-Z]+$/.test(issuer) || !/^20\d\d$/.test(year)) return { problem: 'malformed' };
  const fits = checkCharacter(issuer, year + rest.slice(0, RANDOM_LENGTH)) === rest.at(-1);
  return fits ? { number: written(issuer, year, rest) } : { problem: 'mistyped' };
}

function written(issuer: string, year: string, rest: string): string {
  return `${issuer}-${year}-${rest.slice(0, 5)}-${rest.slice(5, 10)}-${rest.slice(10)}`;
}

function withoutLookalikes(text: string): string {
  return text.replace(/[ILOSU]/g, (letter) => LOOKS_LIKE[letter]!);
}

/** Weights grow by one from right to left; the check character itself weighs 1. */
function checkCharacter(issuer: string, rest: string): string {
  // An issuer may hold all 26 letters: there A is 0 and Z is 25.
  const values = [
    ...Array.from(issuer, (letter) => letter.charCodeAt(0) - 65),
    ...Array.from(rest, (character) => ALPHABET.indexOf(character)),
  ];
  const sum = values.reduce((total, value, at) => total + (values.length - at + 1) * value, 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
