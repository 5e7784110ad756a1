import { DomainError } from '@induct/platform';
import type { Refusal } from './gate-answer';

export class RoundNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Test round not found';
}

export class FindingNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Finding not found';
}

export class OverrideNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Override not found';
}

/** They may not do this, whatever the page they came from said. */
export class NotYoursToDo extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You cannot do this';
  override readonly remedy: string;

  constructor(who: string) {
    super(who);
    this.remedy = `${who}.`;
  }
}

/** What was entered cannot be taken as it is. */
export class SteeringFormIsWrong extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Something is missing or cannot be right';
  override readonly remedy: string;

  /** @param problem a sentence without its full stop */
  constructor(problem: string) {
    super(problem);
    this.remedy = `${problem}.`;
  }
}

export class RoundIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This test round is closed';
  override readonly remedy = 'What testers said in it stays as it is. Officers can open another round.';
}

export class RoundIsOpen extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A test round is open on this version already';
  override readonly remedy = 'Close it first, or wait until it closes.';
}

export class VersionCannotBeTested extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version is published: it is tested before, not after';
  override readonly remedy = 'Upload a new version, and open a round on that.';
}

export class PreviewComesFirst extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Open a preview of this version first';
  override readonly remedy =
    'Sign-off is for people who have looked at it. Start the preview from the test round’s page, and wait until a part of the module has opened.';
}

/** A finding is not in the state for that. */
export class FindingIsElsewhere extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This finding has moved on';
  override readonly remedy: string;

  constructor(problem: string) {
    super(problem);
    this.remedy = `${problem}. Look at its thread to see what happened.`;
  }
}

export class GateIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version cannot be published yet';
  override readonly remedy: string;

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ words }) => words).join(' '));
    this.remedy = this.message;
  }
}

export class OverrideIsDone extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This override was confirmed or withdrawn before';
}

export class OverrideWaits extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'An override of this version already waits to be confirmed';
  override readonly remedy = 'An officer who did not propose it can confirm it.';
}
