/**
 * Why a rule said no, in the words of the work. What a browser or a program is told about it in HTTP's terms is
 * decided in one place, `http/status-of-kind.ts`.
 */
export type ErrorKind =
  /** What was sent cannot be taken at all. */
  | 'bad-input'
  /** It was understood, but something in it is missing or not as it must be. */
  | 'incomplete'
  /** It is there, but not for whoever asks. */
  | 'not-allowed'
  | 'not-found'
  /** It does not go with what is so by now: somebody was first, or something else must come first. */
  | 'conflict'
  /** It was there, and is over for good. */
  | 'ended'
  /** Whoever asks has asked too often. */
  | 'too-many'
  /** Not now: the same may be asked again in a moment. */
  | 'unavailable';

/** A rule of ours said no. Subclasses are named as sentences (`PlaceIsTaken`) and know nothing of HTTP. */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;
  /** The page's heading, in plain English. */
  abstract readonly title: string;
  /** What the person can do about it. */
  readonly remedy?: string;

  constructor(message?: string) {
    super(message);
    this.name = new.target.name;
  }
}
