import { DomainError } from '@induct/platform';
import type { WhyNot } from './place';

export class BookingNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Booking not found';
}

export class BookingIsCancelled extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This booking is cancelled';
  override readonly remedy = 'Book the session again, if it has places.';
}

export class NobodyToBook extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is nobody of that name who could come';
}

export class SessionHasBegun extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This session has begun: it is neither booked nor cancelled any more';
  override readonly remedy = 'Who was there is written down on its register.';
}

const WORDS: Record<WhyNot, { title: string; remedy: string }> = {
  'not bookable': {
    title: 'This session cannot be booked',
    remedy: 'Only a session that is confirmed can be. Look at the event for other dates.',
  },
  begun: {
    title: 'This session has begun: it cannot be booked any more',
    remedy: 'Look at the event for other dates.',
  },
  'no such seat': {
    title: 'This session is not held there',
    remedy: 'Look at the session again: it is in the room, or online, or both.',
  },
  'not for them': {
    title: 'This session has no places for you',
    remedy: 'Its places are for others. If you think that you should come, ask Democratic Services.',
  },
  'has another': {
    title: 'There is one talk for each person, and another is booked already',
    remedy: 'To talk at this time instead, change the booking that there is to another date.',
  },
};

/** Nobody like them can have a place at that session, or wait for one. */
export class CannotBeBooked extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy: string;

  constructor(readonly why: WhyNot) {
    super();
    this.title = WORDS[why].title;
    this.remedy = WORDS[why].remedy;
  }
}

export class DateIsFull extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'That date has no free place: you keep the place you have';
  override readonly remedy: string;

  /** @param isTalk of those there is one for each person: nobody waits for another as well */
  constructor(isTalk = false) {
    super();
    this.remedy = isTalk
      ? 'Choose another time.'
      : 'You can wait for a place on that date too, and keep yours until there is one.';
  }
}
