import { DomainError } from '@induct/platform';
import type { TemplateProblem } from './template-check';

export class TemplateNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such template';
  override readonly remedy = 'Go back to the list of templates.';
}

export class SchemeIsGone extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such scheme';
  override readonly remedy = 'Choose another one.';
}

/** Nothing was saved. */
export class TemplateChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has saved this draft since you opened it';
  override readonly remedy = 'Look at the draft again.';
}

export class TemplateIsNoDraft extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This template is no draft, so nobody changes it';
  override readonly remedy =
    'What waits for approval is sent back first. In place of one that is in use, begin a new one.';
}

export class TemplateIsNotProposed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This template does not wait for approval';
  override readonly remedy = 'It was sent back or decided since you opened the page. Look at it again.';
}

export class TemplateIsNotApproved extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Only an approved template can be withdrawn';
  override readonly remedy = 'Look at it again: somebody may have been first.';
}

/** Nothing of it is kept. */
export class TemplateCannotBePrinted extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Some texts cannot be printed as they are';
  override readonly remedy: string;

  constructor(readonly problems: readonly TemplateProblem[]) {
    super(problems.map(({ field, text }) => `${field}: ${text}`).join('; '));
    this.remedy = 'Go back to the draft and change them.';
  }
}

export class TemplateWasChanged extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The template is not what you have read';
  override readonly remedy = 'It was changed since you opened the page. Look at it and at its previews again.';
}

export class PreviewsAreNotPrinted extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Its previews are not printed yet';
  override readonly remedy =
    'What is approved has to fit on the paper. Wait until every preview is there, or change what has no room.';
}

/** Nobody approves their own words. */
export class OwnTemplate extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Somebody who did not write this template has to approve it';
  override readonly remedy = 'You began it, changed it last or proposed it. Ask another administrator.';
}

export class OtherTemplateFromThatDay extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Another template is in use from that day';
  override readonly remedy = 'Send this one back for another day, or withdraw the other one first.';
}
