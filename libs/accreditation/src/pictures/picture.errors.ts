import { DomainError } from '@induct/platform';

/** What was chosen is no picture that can stand on a certificate; `title` says why. */
export class NotAPictureForCertificates extends DomainError {
  readonly kind = 'bad-input';
  override readonly remedy = 'Choose another picture: a PNG or a JPEG of 1 MB and 2000 by 2000 pixels at most.';

  constructor(readonly title: string) {
    super();
  }
}

/** A certificate is never printed without what belongs on it. */
export class PictureIsMissing extends Error {
  constructor(id: string) {
    super(`The picture ${id} is not in the database`);
  }
}
