import { DomainError } from '@induct/platform';

export class RuleIsThere extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is a rule like this already';
  override readonly remedy = 'Look at the list of rules.';
}

export class TooManyRules extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There are 200 rules already';
  override readonly remedy =
    'Remove one that is not needed, or let the council’s directory give one value to a whole group.';
}

export class RuleNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Rule not found';
}
