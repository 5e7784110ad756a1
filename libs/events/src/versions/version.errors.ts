import { DomainError } from '@induct/platform';
import { VERSION_STATE_NAMES, type VersionState } from './version-state';

export class ProgrammeNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Programme not found';
}

export class VersionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Version of the programme not found';
}

export class DaysAreWrong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The last day must not be before the first';
}

export class VersionIsOpen extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Publish it, or withdraw it, before the next version is made.';

  constructor(number: number) {
    super();
    this.title = `Version ${number} is not settled yet`;
  }
}

export class NothingIsPlanned extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Nothing is planned for these days that could be approved';
  override readonly remedy = 'Plan sessions that are provisional or confirmed first.';
}

export class VersionCannotBecome extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Reload the page and look at how it stands now.';

  constructor(from: VersionState, to: VersionState) {
    super();
    this.title = `A version that is “${VERSION_STATE_NAMES[from]}” cannot become “${VERSION_STATE_NAMES[to]}”`;
  }
}

export class MeetingIsToCome extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The meeting must not lie in the future';
}

export class DecisionIsGone extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'What was decided was recorded anew in the meantime, or is confirmed already';
  override readonly remedy = 'Reload the page and read what stands there now.';
}

export class ConfirmsOnesOwn extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'You have recorded this decision, so somebody else of the steering group has to confirm it';
}
