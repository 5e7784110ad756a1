import { DomainError } from '@induct/platform';

export class EntryNotFound extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This does not wait any more';
  override readonly remedy =
    'It was confirmed or withdrawn since you opened the page. Look at the register’s settings again.';
}

export class EntryWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A change like this already waits for a second officer';
  override readonly remedy = 'It has to be confirmed or withdrawn first.';
}

export class OwnEntry extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'A second officer has to confirm it';
  override readonly remedy = 'You entered it yourself. Ask another officer to look at it.';
}

export class AskedAlready extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This body asks for it already on some of these days';
}

export class NotAskedAnyMore extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This is not asked any more';
  override readonly remedy = 'Somebody changed it since you opened the page. Look at the register’s settings again.';
}

/** Something was chosen that no page offers any more. */
export class ChoiceIsGone extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Choose it again: what was chosen is not there any more';

  /** @param field of the form */
  constructor(readonly field: 'body' | 'bodies' | 'what') {
    super();
  }
}
