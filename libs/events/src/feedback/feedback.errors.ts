import { type Day, DomainError, readerDate, w } from '@induct/platform';

/** Nobody asked: neither is there anything to answer, nor is it told whether somebody else was asked. */
export class NotAsked extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no feedback for you to give here';
  override readonly remedy = 'Whoever was at a session is asked on the next working day.';
}

export class AnswerDoesNotFit extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The answers do not fit the questions';
}

export class FeedbackIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;

  constructor(on: Day) {
    super();
    this.title = w`Answers were taken until ${readerDate(on)}`;
  }
}

export class NotAskedAbout extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Nobody has been asked about this session';
}

/** Nobody has read yet what people said: nothing can have been changed because of it. */
export class NothingShownYet extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Say then what you changed because of it.';

  /** @param from the first day on which it is shown */
  constructor(from: Day) {
    super();
    this.title = w`What people said is shown from ${readerDate(from)}`;
  }
}

export class QuestionsWereChanged extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has changed the questions in the meantime';
  override readonly remedy = 'Open the page again, look at what is asked now, and change that.';
}
