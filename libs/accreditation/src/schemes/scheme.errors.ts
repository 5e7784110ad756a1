import { DomainError } from '@induct/platform';

export class SchemeNameIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Another scheme is called so already';
  override readonly remedy = 'Choose another name.';
}

/** Its first draft would take it along. */
export class SchemeIsNamed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Something else is about this scheme, so its first draft stays';
  override readonly remedy =
    'A certificate template, a mandate, a body or an accreditation names it. A template that is drafted can be discarded first; of the others the scheme stays on record. Nothing of a draft counts: change it, or leave it.';
}

export class NothingIsDrafted extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is no draft of this scheme';
  override readonly remedy = 'It was discarded or adopted since you opened the page. Look at the scheme again.';
}

export class VersionIsInWork extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A new version of this scheme is in work already';
  override readonly remedy = 'Change that one, or discard it first.';
}

/** Nothing was saved. */
export class DraftChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has saved this draft since you opened it';
  override readonly remedy = 'Look at the draft again.';
}

export class VersionIsProposed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version is proposed, so nobody changes it';
  override readonly remedy = 'Send it back to the draft first.';
}

export class NothingIsProposed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version does not wait for a second person';
  override readonly remedy = 'It was sent back or adopted since you opened the page. Look at the scheme again.';
}

export class SchemesGoInACircle extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Schemes would ask for each other’s award, so that nobody could begin';
  override readonly remedy = 'Take the award of one of them out.';
}

export class PartIsGone extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Something that is asked for is not there any more';
  override readonly remedy = 'Choose it again.';
}

export class DayIsTooEarly extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'The version has to take effect today or later, and after every other of the scheme';
  override readonly remedy = 'Go back to the draft and choose a later day.';
}

export class NotSimulatedYet extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'What this version would change is not worked out yet';
  override readonly remedy = 'Work out what would change, read it, and then propose the version.';
}

export class OtherSimulationWasRead extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'What would change was worked out again since you opened the page';
  override readonly remedy = 'Read it again, and then decide.';
}
