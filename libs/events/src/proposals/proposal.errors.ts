import { DomainError } from '@induct/platform';

export class EventProposalNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Proposal not found';
}

export class ProposalIsAnswered extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This proposal has been answered already';
  override readonly remedy = 'Reload the page and read the answer.';
}

export class AnswerNeedsWords extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Say why: whoever proposed it reads your words';
}

export class EventIsMissing extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Choose the event that it becomes part of';
}

export class TooManyProposals extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Wait for an answer to one of them, or talk to Democratic Services.';

  constructor(most: number) {
    super();
    this.title = `You have ${most} proposals that wait for an answer`;
  }
}
