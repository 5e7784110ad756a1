import { withoutUnseen } from './person-name';

/** Long enough for every address that can receive mail (RFC 5321). */
export const LONGEST_EMAIL = 254;

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/**
 * What is kept of an address that somebody typed or pasted: composed (NFC), and nothing that is not seen. Mail programs and PDFs bring soft hyphens and
 * zero-width spaces along, and nobody could ever sign in with an address that holds one.
 */
export const cleanEmail = (text: string): string => withoutUnseen(text).trim().normalize('NFC');

/** Whether a cleaned address looks like one. */
export const isEmail = (text: string): boolean => EMAIL.test(text);
