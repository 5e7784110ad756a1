/**
 * A rule of ours said no. Subclasses are named as sentences (`PlaceIsTaken`) and know nothing of HTTP but which
 * family of answer fits; one filter turns them into a page or problem+json.
 */
export abstract class DomainError extends Error {
  abstract readonly status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;
  /** The page's heading, in plain English. */
  abstract readonly title: string;
  /** What the person can do about it. */
  readonly remedy?: string;

  constructor(message?: string) {
    super(message);
    this.name = new.target.name;
  }
}
