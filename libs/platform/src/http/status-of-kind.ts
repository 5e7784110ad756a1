import type { ErrorKind } from '../errors/domain-error';

/** RFC 9110, but for 422 (RFC 4918 11.2) and 429 (RFC 6585 4). */
const STATUSES = {
  'bad-input': 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  ended: 410,
  incomplete: 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** What a browser or a program is told by number when a rule of ours says no. */
export const statusOfKind = (kind: ErrorKind): number => STATUSES[kind];
