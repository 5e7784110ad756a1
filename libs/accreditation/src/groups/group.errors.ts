import { DomainError } from '@induct/platform';

/** Also for whoever is somebody of another group: that is not the champion's to know. */
export class NotOfYourGroup extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is nobody like that in your group';
  override readonly remedy = 'Go back to your group: somebody may have left it.';
}

export class NothingIsOpen extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Everything that is asked of them is completed';
  override readonly remedy = 'There is nothing to remind them of.';
}

/** Once a week, whichever champion it was. */
export class RemindedThisWeek extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'They were reminded less than a week ago';
  override readonly remedy = 'Once a week is enough. Perhaps talk to them: something may be in their way.';
}

/** A champion reminds others. */
export class RemindingYourself extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This is you';
  override readonly remedy = 'What is asked of you is under “Asked of me”.';
}
