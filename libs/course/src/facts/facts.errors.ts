import { DomainError } from '@induct/platform';

export class FactNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'No module says this fact';
}

export class ScreenNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such screen';
}

export class ReviewItemNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'The module does not ask for this any more';
}

/** Whoever confirms has not seen that somebody said it has changed. */
export class ReviewAnsweredMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title =
    'Somebody else has changed one of these since, or said that it has changed: read what they wrote, and tick again';
}

/** What was typed is no fact of its kind. */
export class FactUnfit extends DomainError {
  readonly kind = 'bad-input';

  constructor(readonly title: string) {
    super();
  }
}

/** Somebody else has saved since the form was opened. */
export class FactChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has changed this since you opened it';
  override readonly remedy = 'What they wrote stands below. Save again to put yours in its place.';
}
