import { DomainError } from '@induct/platform';

export class ByHandNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such proposal';
  override readonly remedy = 'Go back to what is to be issued by hand.';
}

export class ByHandIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This does not wait any more';
  override readonly remedy = 'It was confirmed or withdrawn since you opened the page. Look at it again.';
}

export class ByHandWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This person waits for a certificate of this scheme already';
  override readonly remedy = 'Look at what is to be issued by hand, and confirm or withdraw that.';
}

export class HoldsOneAlready extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This person has a certificate of this scheme already, or its award';
  override readonly remedy =
    'Look at the certificates of this person. An award without a certificate is issued in a batch.';
}

export class NotForOneself extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Nobody issues a certificate to themselves';
  override readonly remedy = 'Ask two other officers.';
}

export class SecondOfficerIssues extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'A second officer has to confirm it';
  override readonly remedy = 'You proposed to issue this certificate yourself. Ask another officer to look at it.';
}

export class NoSchemeThatDay extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The scheme was not in effect on that day';
  override readonly remedy = 'Enter another day, or choose another scheme.';
}

export class WouldHaveExpired extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'A certificate from that day would have expired already';
  override readonly remedy = 'Enter a later day.';
}
