import { DomainError } from '@induct/platform';

export class ImportNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Import not found';
  override readonly remedy = 'Lists that nobody accepted are deleted after 30 days. Upload the file again.';
}

export class ImportIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This import was applied or discarded already';
  override readonly remedy = 'Go back to the imports and look at what became of it, or upload the file again.';
}

export class ColumnsCannotBe extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'The columns cannot be understood like that';
}

export class TooManyRows extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'The list has more than 5,000 rows';
  override readonly remedy = 'Divide it into several files of at most 5,000 rows each and upload one after the other.';
}

/** Rows with a problem are left out only by somebody who says so. */
export class ProblemsNotAccepted extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Say that the rows with a problem are left out, or correct them in the file';
}

/** Somebody on a row that is not understood would be taken for missing. */
export class ProblemsInACompleteList extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A complete list cannot be applied while rows have a problem';
  override readonly remedy =
    'Somebody on such a row could be taken for missing. Correct the rows in the file and upload it again, or say that the list is not complete.';
}

/** A row that says itself whom it is about, or is not there. */
export class RowAsksNobody extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Nobody is to be chosen for this row';
  override readonly remedy = 'Go back to the list: the row says by now who is meant, or the list was decided.';
}

export class NotOneOfThem extends DomainError {
  readonly kind = 'incomplete';
  readonly title = 'Choose one of those who are shown';
}

/** Somebody new cannot sign in with the address of somebody else. */
export class AddressBelongsTo extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This address belongs to somebody';

  constructor(name: string) {
    super(`This address belongs to ${name}. Write the one that somebody new signs in with`);
  }
}
