import { DomainError } from '@induct/platform';

export class BatchNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such batch';
  override readonly remedy = 'Go back to the batches.';
}

export class NothingToIssue extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is nothing to issue';
  override readonly remedy = 'The dry run says of everybody why. Look again with another filter.';
}

export class NoSuchScheme extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'This scheme is not in effect on that day';
  override readonly remedy = 'Choose another scheme, or another day.';
}
