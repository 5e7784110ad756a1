import { DomainError } from '@induct/platform';

export class NoFeedYet extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Make your private address first';
  override readonly remedy = 'Without it your bookings would not come into your calendar at all.';
}
