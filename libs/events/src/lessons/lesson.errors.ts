import { DomainError } from '@induct/platform';

export class CaptureIsNotThere extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This link does not work';
  override readonly remedy =
    'It may have been taken back, or its time is over. Democratic Services can give you another.';
}

export class LessonNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Lesson not found';
}

export class NoNextWorkshop extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is no later workshop in this series';
  override readonly remedy = 'Add it to the programme first, with the series and its place in it.';
}

export class TooManyLessons extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'No more can be written down by this link';
  override readonly remedy = 'Ask Democratic Services for another one.';
}
