import { DomainError } from '../errors/domain-error';

/** Two change it at once: the second sees first what the first did. */
export class CouncilChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has changed this meanwhile';
  override readonly remedy = 'Look at what it is now, and send your change again if it is still right.';
}

export class NoSuchRevision extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such revision of the council’s name and colours';
  override readonly remedy = 'Go back to the council’s name and colours.';
}

export class StatementChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has changed this text meanwhile';
  override readonly remedy =
    'Your text is still here. Open the page in another tab, see what they wrote, and put both together.';
}
