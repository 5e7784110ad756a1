import { DomainError } from '@induct/platform';

export class CourseNotPublished extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This module is not available';
  override readonly remedy = 'Your home page lists the modules you can take.';

  constructor() {
    super('It does not exist, or has not been published.');
  }
}

export class LaunchNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This page does not exist any more';
  override readonly remedy = 'Open the module again from your home page.';

  constructor() {
    super('The address is not that of a module somebody has open.');
  }
}

export class LaunchHasEnded extends DomainError {
  readonly kind = 'ended';
  readonly title = 'This page was left open for too long';
  override readonly remedy = 'Open the module again from your home page: you will be where you were.';

  constructor() {
    super('It had not been used for twelve hours. What was recorded is kept.');
  }
}

/** The module was refreshed, and the person is free to finish the old version or to start again on the new one. */
export class ChoiceIsDue extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Choose how to go on';
  override readonly remedy = 'Open the module in the Members Area: it asks which version you want to go on with.';

  constructor() {
    super('The module has been renewed since you began it.');
  }
}
