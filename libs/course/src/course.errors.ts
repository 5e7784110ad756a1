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
