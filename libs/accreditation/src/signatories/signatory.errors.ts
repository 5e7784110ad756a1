import { DomainError } from '@induct/platform';

export class SignatoryNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such signatory';
  override readonly remedy =
    'They may have been corrected since you opened the page. Go back to the list of signatories.';
}

/** One signs in each place on a day. */
export class PlaceIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody signs in this place on some of these days already';
  override readonly remedy = 'Choose the other place, or end their time first.';
}

export class HasEndedAlready extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Their time has an end already';
  override readonly remedy = 'Correct the entry if the day is wrong.';
}
