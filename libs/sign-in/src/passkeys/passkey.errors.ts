import { DomainError } from '@induct/platform';
import type { PasskeyRefusal } from './passkey.rules';

const WORDS: Record<PasskeyRefusal, string> = {
  unreadable: 'We could not read what your device sent. Try again',
  unknown: 'We do not know this passkey, or it was removed. Have a letter sent instead',
  stale: 'That took too long. Try again',
  'not verified':
    'Unlock your device with its PIN, your finger or your face when it asks, or have a letter sent instead',
  wrong: 'Your device could not show that it is you. Try again, or have a letter sent instead',
  'known already': 'This device has a passkey here already',
  'too many': 'You have 20 passkeys. Remove one that you do not use',
};

/** A passkey lets nobody in, or cannot be added. The letter always works. */
export class PasskeyRefused extends DomainError {
  readonly kind = 'bad-input';
  readonly title: string;

  constructor(
    readonly why: PasskeyRefusal,
    /** Whose passkey it is, when it is known. */
    readonly personId?: string,
  ) {
    super();
    this.title = WORDS[why];
  }
}

export class PasskeyNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This passkey is not there any more';
  override readonly remedy = 'Look at your account to see which you have.';
}
