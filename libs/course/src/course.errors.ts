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
