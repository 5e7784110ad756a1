import { DomainError, type ErrorKind } from '../errors/domain-error';
import { problemOf } from './error.filter';

class ARuleSaysNo extends DomainError {
  readonly title = 'That is not possible';
  override readonly remedy = 'Try something else.';

  constructor(readonly kind: ErrorKind) {
    super('Because.');
  }
}

describe('what a rule that says no is by number', () => {
  it.each<[ErrorKind, number]>([
    ['bad-input', 400],
    ['not-allowed', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['ended', 410],
    ['incomplete', 422],
    ['too-many', 429],
    ['unavailable', 503],
  ])('%s is %i, with the rule’s own words', (kind, status) => {
    const { title, remedy } = new ARuleSaysNo(kind);
    expect(problemOf(new ARuleSaysNo(kind))).toEqual({ status, title, detail: 'Because.', remedy });
  });
});
