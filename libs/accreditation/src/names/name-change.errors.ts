import { DomainError } from '@induct/platform';

export class NameChangeNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Nobody asks for this name';
  override readonly remedy = 'Go back to the names to correct.';
}

export class NameChangeWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'You have asked for another name already';
  override readonly remedy = 'An officer looks at it. You get a letter when it is decided.';
}

export class NameIsAsItWas extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'This is your name already, and your certificates bear it';
  override readonly remedy = 'Enter the name as it shall be printed.';
}

export class NameChangeIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This name is decided already';
  override readonly remedy = 'Look at it again to see by whom, and what they said.';
}

export class NameChangeIsTakenBack extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The member has taken this back';
  override readonly remedy = 'Nothing is to be decided any more.';
}

export class OwnName extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This is your own name';
  override readonly remedy = 'Ask another officer to look at it.';
}
