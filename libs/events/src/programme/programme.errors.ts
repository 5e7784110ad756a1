import { britishDate, type Day, DomainError } from '@induct/platform';
import { SESSION_STATE_NAMES, type SessionState } from './programme.words';
import { type Obstacle, WHAT_IS_MISSING } from './session-state';

export class EventNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Event not found';
}

export class SessionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Session not found';
}

export class SlugIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Another event has this address';
  override readonly remedy = 'Choose another title or another address.';
}

export class FixedDateNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Fixed date not found';
}

export class FixedDateIsThere extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'That day has a fixed date of that title already';
}

export class SessionWasChanged extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has changed this session in the meantime';
  override readonly remedy = 'Reload the page, look at what is planned now, and change it again.';
}

export class SessionIsOver extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Plan another session of the event instead.';

  constructor(state: SessionState) {
    super();
    this.title = `This session is ${SESSION_STATE_NAMES[state].toLowerCase()}: it is changed no more`;
  }
}

export class SessionCannotBecome extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy: string | undefined;

  constructor(from: SessionState, to: SessionState, obstacles: readonly Obstacle[]) {
    super();
    const [is, becomes] = [from, to].map((state) => SESSION_STATE_NAMES[state].toLowerCase());
    const missing = obstacles.flatMap((one) => (one === 'no way' ? [] : [WHAT_IS_MISSING[one]]));
    this.title =
      missing.length === 0
        ? `What is ${is} cannot become ${becomes}`
        : `It cannot be ${becomes} yet: it lacks ${new Intl.ListFormat('en-GB').format(missing)}`;
    this.remedy = missing.length === 0 ? undefined : 'Say what is missing, and try again.';
  }
}

export class TimesAreWrong extends DomainError {
  readonly kind = 'bad-input';
  readonly title: string;

  constructor(number: number) {
    super();
    this.title = `Part ${number} ends before it begins, or begins before the part before it ends`;
  }
}

export class TimeIsTwice extends DomainError {
  readonly kind = 'bad-input';
  readonly title =
    'The clocks change in that hour: a time between 01:00 and 02:00 of that Sunday comes twice or not at all';
  override readonly remedy = 'Choose a time before or after it.';
}

export class PlacesAreTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'More places are taken than that';
  override readonly remedy = 'Give at least as many places as are taken, or cancel bookings first.';
}

export class AttendanceIsRecorded extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Who was there is written down of that part';
  override readonly remedy =
    'A part that has a register stays. Its times and topics may be put right, and parts may be added after it.';
}

export class ReasonIsMissing extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Say why it is cancelled: everybody who has a place reads it';
}

export class SomebodyWasThere extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'It took place: people are written down as present';
  override readonly remedy = 'If that is wrong, put the register right first.';
}

/** Two people would be sent to one host at the same time: those talks are planned already, as when a form is sent twice. */
export class HostHasTalks extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Choose other hours, or leave that person out.';

  constructor(host: string, on: Day) {
    super();
    this.title = `${host} has talks at that time on ${britishDate(on)} already`;
  }
}
