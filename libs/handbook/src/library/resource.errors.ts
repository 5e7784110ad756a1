import { DomainError } from '@induct/platform';
import type { Missing } from './readiness';

export class ResourceNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is nothing here in the library';
  override readonly remedy = 'It may have been removed, or it is for others. Look for it in the library.';
}

/** Two people changed it, or somebody went on with an old page. */
export class ResourceWasChanged extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has changed this resource in the meantime';
  override readonly remedy = 'Open it again, look at what it says now, and make your change there.';
}

/** It lacks something that whoever opens it needs. */
export class ResourceIsNotReady extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'It cannot be published yet';
  override readonly remedy: string;

  constructor(readonly missing: readonly Missing[]) {
    super();
    this.remedy = missing.map(({ says }) => `${says}.`).join(' ');
  }
}

export class NoLibraryFile extends DomainError {
  readonly kind = 'bad-input';
  readonly title =
    'The file must be a PDF, a Word, Excel, PowerPoint or OpenDocument file, a web page (HTML), plain text (.txt), a film (MP4 or WebM) or captions (WebVTT)';
  override readonly remedy = 'Choose another file.';
}

export class FileHasMacros extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The file holds macros, which run when it is opened: save it without them and choose it again';
}

export class FileIsTooLarge extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The file is too large';
  override readonly remedy = 'Make it smaller, or put its parts here one by one.';
}

export class ReviewIsInThePast extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The day of the next review must be after today';
}
