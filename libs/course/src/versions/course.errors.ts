import { DomainError } from '@induct/platform';

export class CourseNotFound extends DomainError {
  readonly status = 404;
  readonly title = 'Module not found';
}

export class VersionNotFound extends DomainError {
  readonly status = 404;
  readonly title = 'Version not found';
}

export class UploadNotFound extends DomainError {
  readonly status = 404;
  readonly title = 'Upload not found';
}

export class VersionIsPublished extends DomainError {
  readonly status = 409;
  readonly title = 'This version is already published';
  override readonly remedy = 'To change what members read about the module, edit its description.';
}

export class RefreshIsIncomplete extends DomainError {
  readonly status = 422;
  readonly title = 'What members are asked to do is not complete';
  override readonly remedy: string;

  constructor(problem: string) {
    super(problem);
    this.remedy = `${problem}.`;
  }
}

/** What an officer entered about another website cannot be agreed to. */
export class HostIsWrong extends DomainError {
  readonly status = 422;
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
  readonly status = 409;
  readonly title = 'Scripts and styles can only be agreed to before testers look at the version';
  override readonly remedy =
    'They act as part of the module, so testers must have looked at it with them. Close the test round, agree to them and open another one; or upload the module as a new version.';
}

export class HostNotAgreed extends DomainError {
  readonly status = 404;
  readonly title = 'Nobody has agreed to this website';
}

export class VersionIsNeeded extends DomainError {
  readonly status = 409;
  readonly title = 'This version cannot be deleted';
  override readonly remedy =
    'It was previewed, tested or published, or somebody has learned with it. What people did stays on record, and so does the version.';
}
