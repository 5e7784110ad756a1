import { DomainError } from '@induct/platform';

export class FirstStepNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such first step';
  override readonly remedy = 'Go back to the list of first steps.';
}

/** Two people changed it, or somebody went on with an old page. */
export class FirstStepWasChanged extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has changed this step in the meantime';
  override readonly remedy = 'Open the step again, look at what it says now, and make your change there.';
}

export class NothingToConfirm extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is nothing to confirm here';
  override readonly remedy = 'It was confirmed before, or it has no day that comes from a law.';
}

/** Nobody confirms what they wrote. */
export class OwnFirstStep extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Somebody else has to confirm this';
  override readonly remedy = 'You wrote it. Ask the monitoring officer or another officer to hold it against the law.';
}

export class FirstStepsAreThere extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There are first steps already';
  override readonly remedy = 'Change those that are there, or add one.';
}

export class DeclaredBeforePoll extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The result is not declared before the day of the poll';
}

export class InOfficeBeforeDeclared extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Nobody comes into office before the result is declared';
}

export class ElectionIsNotThere extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such election';
  override readonly remedy = 'It may have been taken back. Choose another one.';
}
