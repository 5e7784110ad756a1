import { DomainError } from '@induct/platform';

export class CodeIsOld extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'That code is too old: enter the one that is shown now';
}

export class CodeIsWrong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'No session shows that code now: check the letters';
}

export class CorrectionNeedsAReason extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Say why it is corrected: the register was closed';
}

export class MarkedAbsent extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'An officer has written down that you were not there';
  override readonly remedy = 'If that is wrong, tell the officer in the room: they can put it right.';
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
  override readonly remedy = 'What is not right in it is corrected by an officer.';
}
