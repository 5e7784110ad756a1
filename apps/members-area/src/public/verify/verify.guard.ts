import { DomainError } from '@induct/platform';
import { perMinute } from '../../frame/per-minute.guard';

/** Nobody needs to check more certificates than this by hand; whoever tries numbers out does. */
const TIMES = 120;

class TooManyChecks extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many checks';
  override readonly remedy = 'Please wait a minute, then try again.';
}

export const VerifyGuard = perMinute(
  TIMES,
  () => new TooManyChecks('You have checked very many certificates in a short time.'),
);
