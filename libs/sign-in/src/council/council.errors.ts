import { DomainError } from '@induct/platform';

/** The council's sign-in cannot be reached, or does not know us. */
export class CouncilAway extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'The council’s sign-in cannot be reached';
  override readonly remedy = 'Nothing is wrong with your account. Sign in with a letter instead.';
}

/** What came back from the council's sign-in is not to be believed, or says no. */
export class AnswerRefused extends Error {}

/** Said to the council's server, which is told no more. */
export class SignOutNotTaken extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'This is no sign-out that we take';
}

export class CouncilAccountNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Council account not found';
  override readonly remedy = 'It may be unlinked already. Look at your account.';
}
