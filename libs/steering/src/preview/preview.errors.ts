import { DomainError } from '@induct/platform';

export class NothingToPreview extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is nothing to preview here';
  override readonly remedy = 'Your testing page lists the modules you can look at.';

  constructor() {
    super('The module, the round or the finding does not exist, or is not one of yours.');
  }
}

export class PreviewNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This page does not exist any more';
  override readonly remedy = 'Open the preview again from the page of its round.';

  constructor() {
    super('The address is not that of a preview somebody has open.');
  }
}

export class PreviewHasEnded extends DomainError {
  readonly kind = 'ended';
  readonly title = 'This preview was left open for too long';
  override readonly remedy = 'Open it again from the page of its round: you will be where you were.';

  constructor() {
    super('It had not been used for twelve hours. Findings that were recorded are kept.');
  }
}

/** Something of a finding is missing or too long; `field` says what. */
export class FindingIsIncomplete extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'The finding was not recorded';

  constructor(
    readonly field: 'severity' | 'text' | 'screenshot' | 'why',
    message: string,
  ) {
    super(message);
  }
}

export class NoRoundToRecordIn extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Findings cannot be recorded in this preview';

  constructor() {
    super('They are recorded by the testers of a round, in a preview opened from its page.');
  }
}

export class TooManyFindings extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'That is a great many findings for one preview';
  override readonly remedy = 'Open the preview again from the page of its round to record more.';

  constructor(most: number) {
    super(`One preview takes ${most} findings.`);
  }
}
