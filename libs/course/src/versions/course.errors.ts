import { DomainError } from '@induct/platform';

export class CourseNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Module not found';
}

export class VersionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Version not found';
}

export class UploadNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Upload not found';
}

export class VersionIsPublished extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version is already published';
  override readonly remedy = 'To change what members read about the module, edit its description.';
}

export class RefreshIsIncomplete extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'What members are asked to do is not complete';
  override readonly remedy: string;

  constructor(problem: string) {
    super(problem);
    this.remedy = `${problem}.`;
  }
}

/** What an officer entered about another website cannot be agreed to. */
export class HostIsWrong extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'The website cannot be agreed to';
  override readonly remedy: string;

  constructor(
    readonly field: 'host' | 'uses' | 'reason',
    problem: string,
  ) {
    super(problem);
    this.remedy = `${problem}.`;
  }
}

export class ScriptsNeedADraft extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Scripts and styles can only be agreed to before testers look at the version';
  override readonly remedy =
    'They act as part of the module, so testers must have looked at it with them. Close the test round, agree to them and open another one; or upload the module as a new version.';
}

export class HostNotAgreed extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Nobody has agreed to this website';
}

export class VersionIsNeeded extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version cannot be deleted';
  override readonly remedy =
    'It was previewed, tested or published, or somebody has learned with it. What people did stays on record, and so does the version.';
}
