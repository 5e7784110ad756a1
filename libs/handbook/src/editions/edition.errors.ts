import { DomainError } from '@induct/platform';

export class EditionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such edition of the handbook';
  override readonly remedy = 'Look at the number on the cover of your copy, or choose an edition from the list.';
}

/** One at a time is drafted. */
export class EditionIsOpen extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is a draft already';
  override readonly remedy = 'Publish that one first, or throw it away: everything that is written now goes into it.';
}

export class EditionNumberIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Its number must be higher than that of every edition before';
}

/** An edition that is out stays as it is. */
export class EditionIsOut extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This edition is out already';
  override readonly remedy = 'What it said stays as it is. Draft the next edition.';
}

export class PublishIsPast extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The time it comes out must be in the future';
}

/** Without a section there is nothing to read. */
export class NothingToPublish extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is nothing to publish yet';
  override readonly remedy = 'Write at least one chapter with a section.';
}
