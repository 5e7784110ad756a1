import { britishTimeAndDate, DomainError } from '@induct/platform';

export class ProposalNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Proposed change not found';
}

export class ProposalWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A change like this already waits for a second person';
  override readonly remedy =
    'It has to be agreed, refused or withdrawn first. See “Changes that take two people” under People.';
}

export class ProposalIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This was decided before';
  override readonly remedy = 'Look at the list of changes to see what became of it.';
}

/** Nobody agrees to what they propose. */
export class SecondPersonNeeded extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Somebody else has to agree to this';
  override readonly remedy = 'You proposed it. Ask another officer or administrator to look at it, or withdraw it.';
}

export class AgreesToNothing extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot decide this';
  override readonly remedy = 'Officers and administrators decide changes that take two people.';
}

/** A role that was given, or an address that was changed, within the last day. */
export class TooNewToConfirm extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot confirm or sign off yet';
  override readonly remedy: string;

  constructor(readonly from: Date) {
    super(`Confirms from ${from.toISOString()}`);
    this.remedy = `Your role or your email address is new. For 24 hours nobody’s word counts, so that others can notice a mistake. You can do this from ${britishTimeAndDate(from)}.`;
  }
}
