import { DomainError, NoDatabaseConnection } from '@induct/platform';

/** The database is away, or something unexpected went wrong: the player tries again. */
export class NotRecordedNow extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'Your progress could not be recorded just now';
  override readonly remedy = 'Keep the page open: it tries again by itself.';

  constructor(readonly reason: unknown) {
    super('Nothing you did is lost. It is kept in your browser until it is recorded.');
  }
}

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300']);

/** True when trying the same with less would fail as well: the connection is lost, not the statement. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof NoDatabaseConnection) return true;
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code !== undefined) return AWAY.has(code) || code.startsWith('08');
  return /connection (terminated|ended)|not queryable/i.test(message ?? '');
}
