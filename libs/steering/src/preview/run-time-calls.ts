import type { LogBatch, SentCall } from '@induct/scorm';

export const LOG_LIMITS = {
  /** Calls a preview. */
  calls: 20_000,
  /** Calls a batch. */
  batch: 1_000,
  /** Pages of a preview: each reload is one. */
  pages: 500,
  /** UTF-16 units of a value or an answer; longer ones are cut, their length said. */
  text: 4096,
  /** Of the name of an element. */
  name: 300,
} as const;

const INT4 = 2 ** 31 - 1;

/** Whether something a browser sent is a batch. Its page may be a package's: nothing about it is sure. */
export function isLogBatch(body: unknown): body is LogBatch {
  if (!isObject(body)) return false;
  const { page, first, calls, now, shownMs, browser } = body;
  return (
    typeof page === 'string' &&
    /^[\w-]{8,40}$/.test(page) &&
    // Pages are kept by their names in an object, which has these already.
    !(page in Object.prototype) &&
    [first, now, shownMs].every(isCount) &&
    Array.isArray(calls) &&
    calls.length <= LOG_LIMITS.batch &&
    calls.every(isSentCall) &&
    (browser === undefined || typeof browser === 'string')
  );
}

function isSentCall(call: unknown): call is SentCall {
  return (
    isObject(call) &&
    isCount(call.at) &&
    ['sco', 'call', 'element', 'value', 'answer', 'error'].every((name) => typeof call[name] === 'string') &&
    [call.valueLength, call.answerLength].every((length) => length === undefined || isCount(length))
  );
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= INT4;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What is left of a text: no NUL, which the database cannot hold, and no more than `most` characters. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replaceAll('\0', '\u2400');
}

/** The length to say: what was told, or what is cut here. */
export const cutLength = (text: string, told: number | undefined): number | null =>
  told !== undefined && told > text.length ? told : text.length > LOG_LIMITS.text ? text.length : null;
