import { DomainError } from '@induct/platform';

export class ClaimNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such claim';
  override readonly remedy = 'Go back to the list of claims.';
}

export class ClaimWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This waits for an officer already';
  override readonly remedy =
    'You have sent it in, or an officer entered it for you. You get a letter when it is decided.';
}

export class NotClaimable extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This is not asked for in that way';
  override readonly remedy = 'Go back to what is asked of you.';
}

export class OwnClaim extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This is your own claim';
  override readonly remedy = 'Ask another officer to look at it.';
}

export class EnteredForOneself extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Nobody enters something for themselves';
  override readonly remedy = 'Send it in under “What is asked of me”, as every member does.';
}

export class OtherOfficerDecides extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Another officer has to look at it';
  override readonly remedy = 'You have entered this yourself. Ask another officer to decide it.';
}

export class ClaimIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This claim is decided already';
  override readonly remedy = 'Look at it again to see by whom, and what they said.';
}

export class ClaimIsTakenBack extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The member has taken this back';
  override readonly remedy = 'Nothing is to be decided any more.';
}

export class SecondOfficerDecides extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Another officer has to look at it too';
  override readonly remedy = 'You have accepted this certificate. It counts when a second officer accepts it.';
}
