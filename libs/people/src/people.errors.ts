import { DomainError } from '@induct/platform';

export class NotAllowed extends DomainError {
  readonly status = 403;
  readonly title = 'You cannot use this page';
  override readonly remedy = 'If you think you should be able to, ask Democratic Services to check your role.';
}

export class RequestFromElsewhere extends DomainError {
  readonly status = 403;
  readonly title = 'That did not come from this site';
  override readonly remedy = 'Go back, reload the page and try again.';
}

export class PersonNotFound extends DomainError {
  readonly status = 404;
  readonly title = 'Person not found';
}

export class EmailIsTaken extends DomainError {
  readonly status = 409;
  readonly title = 'Another person already has this email address';
  override readonly remedy = 'Check the address, or find the person in the list.';
}

export class LastAdministrator extends DomainError {
  readonly status = 409;
  readonly title = 'This is the last administrator';
  override readonly remedy = 'Make somebody else an administrator first.';
}

export class CannotRaiseOneself extends DomainError {
  readonly status = 403;
  readonly title = 'You cannot give yourself a role';
  override readonly remedy = 'Ask another administrator.';
}
