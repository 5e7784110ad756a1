import { DomainError } from '@induct/platform';

export class NotAFileThatShows extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The file must be a PDF, a PNG or a JPEG, of 10 MB at most';
  override readonly remedy = 'Choose another file.';
}
