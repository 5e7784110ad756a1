import { DomainError } from '@induct/platform';

export class DraftNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such draft';
}

/** What a page was about is not there any more: somebody else removed it. */
export class PartNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This part of the module is not there any more';
  override readonly remedy =
    'Somebody may have removed or moved it. The history of the module says who, and can bring it back.';
}

/** Somebody else saved another text of what was being changed. Nothing was saved. */
export class ChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has changed this';

  constructor(
    /** As it stands now; undefined: it was removed. */
    readonly now: string | undefined,
  ) {
    super();
  }
}

/** The first package of a draft is being taken in. Another one now would become a second module. */
export class DraftBeingTakenIn extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The module is being taken in';
  override readonly remedy = 'Wait until that has ended, and build it again.';

  constructor(
    /** Undefined: it has ended just now. */
    readonly uploadId?: string,
  ) {
    super();
  }
}

/** A file, or all of them together, is larger than a module may be. */
export class DraftTooLarge extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The module would be too large';
  override readonly remedy = 'Remove pictures that no screen shows, or choose smaller ones.';
}

/** A screen, or all questions together, are longer than can be read while somebody waits. */
export class TextTooLong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'There is too much on one screen, or in one list of questions';
  override readonly remedy = 'Nothing was saved. Write it in two parts.';
}

/** A zip that is no folder of a module. */
export class FolderRefused extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'This is not the folder of a module';
}

/** The texts cannot be read as the kit reads them. */
export class DraftUnreadable extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This part of the module cannot be read';
  override readonly remedy = 'Go back to an earlier state in the history of the module, or bring the folder in again.';
}

/** Building or checking did not end well, and not because of what is written. */
export class KitFailed extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'The module could not be built';
  override readonly remedy = 'Nothing was lost. Please try again; if it fails again, tell whoever runs this website.';
}

/** One officer's texts wait for each other, so that others need not wait for them. */
export class TooMuchOfOne extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'Several of your pages are still being looked at';
  override readonly remedy = 'Nothing was lost. Wait a moment, and open the page again.';
}

/** It was ended because others waited, or because it would not have come to an end. */
export class TextTooHeavy extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'It takes too long to look at this text';
  override readonly remedy =
    'Nothing was lost. Write it in smaller parts, with shorter tables, or go back in the history of the module. It can be looked at again in half a minute.';
}
