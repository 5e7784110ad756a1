import { DomainError } from '@induct/platform';

export class NotAllowed extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot use this page';
  override readonly remedy = 'If you think you should be able to, ask Democratic Services to check your role.';
}

export class RequestFromElsewhere extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'That did not come from this site';
  override readonly remedy = 'Go back, reload the page and try again.';
}

export class PersonNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Person not found';
}

export class EmailIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Another person already has this email address';
  override readonly remedy = 'Check the address, or find the person in the list.';
}

export class NameCannotBePrinted extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Certificates cannot print this name';
  override readonly remedy = 'Go back and enter it in other letters.';
}

export class LastAdministrator extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This is the last administrator';
  override readonly remedy = 'Make somebody else an administrator first.';
}

export class CannotRaiseOneself extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot give yourself a role';
  override readonly remedy = 'Ask another administrator.';
}

export class PersonIsDeactivated extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This person is deactivated';
  override readonly remedy = 'Reactivate them first, on their page.';
}

export class PersonIsActive extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This person is not deactivated';
}

export class CannotDeactivateOneself extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot deactivate yourself';
  override readonly remedy = 'Ask another administrator.';
}

/** Officers look after those who learn and test; whoever works at the desk is looked after by administrators. */
export class NotYoursToLookAfter extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'An administrator looks after this person';
  override readonly remedy = 'People who work at the desk are looked after by administrators. Ask one of them.';
}
