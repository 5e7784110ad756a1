import { DomainError } from '@induct/platform';

export class SuspensionIsProposed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'It is proposed already to suspend this certificate';
  override readonly remedy = 'Look at the certificate to see by whom and why, and confirm it or leave it in force.';
}

export class SuspensionNotFound extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This suspension is not as you saw it';
  override readonly remedy =
    'It was decided, withdrawn or lifted since you opened the page. Look at the certificate again.';
}

export class OwnSuspension extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'A second officer has to confirm it';
  override readonly remedy = 'You proposed to suspend this certificate yourself. Ask another officer to look at it.';
}
