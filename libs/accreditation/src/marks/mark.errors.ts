import { DomainError } from '@induct/platform';

export class MarkNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There are no such arms or logo';
  override readonly remedy = 'Go back to the council’s arms or logo.';
}

export class MarkWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A picture waits for a second person already';
  override readonly remedy = 'It has to be confirmed, refused or withdrawn first.';
}

export class MarkIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This was decided before';
  override readonly remedy = 'Look at the council’s arms or logo to see what became of it.';
}

/** Nobody confirms what they propose. */
export class OwnMark extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Somebody else has to confirm this';
  override readonly remedy = 'You proposed it. Ask another officer or an administrator to look at it, or withdraw it.';
}
