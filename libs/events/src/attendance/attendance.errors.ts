import { DomainError } from '@induct/platform';

export class CorrectionNeedsAReason extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Say why it is corrected: the register was closed';
}

export class NobodyThere extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Person not found';
}

export class NoSuchPart extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The session has no such part';
}

export class NotTakingPlace extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Attendance is written down of sessions that are confirmed or delivered';
}

export class NotBegun extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'It has not begun: nobody can have been there yet';
}

export class OwnAttendance extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Another officer writes down whether you were there';
}

export class RegisterIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The register is closed already';
}
