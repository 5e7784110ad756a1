import { createHmac } from 'node:crypto';
import { type Day, momentInLondon } from '@induct/platform';

/** A part of a session that people check in at. */
export interface CheckedPart {
  sessionId: string;
  /** Its number. */
  part: number;
}

/** So long is a code the newest one. */
const CODE_LASTS_MS = 30_000;
/** So many before it are taken too: somebody is still typing it. */
const OLDER_TAKEN = 2;
/** So long ago it is still known that it was one: ten minutes. */
const OLDER_KNOWN = 20;
const LENGTH = 8;
/** Without vowels, so that it is never a word; without I and O, so that it is never a figure. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/**
 * What is shown in the room at a moment: 8 letters that only those who see it know. Nothing is stored; whoever has the key works
 * it out. There are 20^8 of them, and of 64 bits no letter comes up more often than another by more than one in 10^8.
 */
export function codeAt(key: Buffer, { sessionId, part }: CheckedPart, now: Date, older = 0): string {
  const step = Math.floor(now.getTime() / CODE_LASTS_MS) - older;
  const mac = createHmac('sha256', key).update(`induct check-in ${sessionId} ${part} ${step}`).digest();
  let left = mac.readBigUInt64BE();
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code += LETTERS[Number(left % BigInt(LETTERS.length))];
    left /= BigInt(LETTERS.length);
  }
  return code;
}

/** Whole seconds until the next one. */
export const secondsLeft = (now: Date): number => Math.ceil((CODE_LASTS_MS - (now.getTime() % CODE_LASTS_MS)) / 1000);

/** As it was meant: small letters, spaces and dashes are as good. */
export const typedCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z]/g, '');

/** Whether what was typed is the code of a part now, was it some minutes ago, or never. @param code by `typedCode` */
export function judge(key: Buffer, part: CheckedPart, code: string, now: Date): 'right' | 'old' | 'wrong' {
  for (let older = 0; older <= OLDER_KNOWN; older++)
    if (codeAt(key, part, now, older) === code) return older <= OLDER_TAKEN ? 'right' : 'old';
  return 'wrong';
}

/** People come early. */
const OPENS_BEFORE_MS = 30 * 60_000;

/** From half an hour before a part begins until it ends; not before its day does, as who was there is known on the day itself. */
export function opensAt(on: Day, from: string): Date {
  const [early, dayBegins] = [
    momentInLondon(on, from).getTime() - OPENS_BEFORE_MS,
    momentInLondon(on, '00:00').getTime(),
  ];
  return new Date(Math.max(early, dayBegins));
}
export const isOpen = ({ on, from, to }: { on: Day; from: string; to: string }, now: Date): boolean =>
  opensAt(on, from) <= now && now < momentInLondon(on, to);
