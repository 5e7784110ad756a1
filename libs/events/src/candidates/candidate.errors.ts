import { DomainError } from '@induct/platform';

export class CandidateNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Candidate not found';
}

export class CandidateHasTheLetter extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The letter to this candidate has gone';
  override readonly remedy = 'Their name goes 30 days after the poll.';
}

export class PollIsOver extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The poll must not lie in the past';
}

export class NoPollIsSet extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Say first of which poll they are candidates';
}
