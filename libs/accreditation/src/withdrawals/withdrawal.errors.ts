import { DomainError } from '@induct/platform';

export class EvidenceNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such evidence';
  override readonly remedy = 'Go back to the member’s page.';
}

export class EvidenceIsWithdrawn extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This was withdrawn already';
  override readonly remedy = 'Go back to what was shown, to see by whom and why.';
}

export class OwnEvidence extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This is your own evidence';
  override readonly remedy = 'Ask another officer to look at it.';
}
