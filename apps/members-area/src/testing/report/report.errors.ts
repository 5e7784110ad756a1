import { DomainError } from '@induct/platform';

export class ReportIsNotReady extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The PDF of this report is not ready';
  override readonly remedy =
    'It is made when the round closes, or when an officer asks for it. Look again in a minute.';
}
