import { DomainError } from '@induct/platform';

export class ProgrammeImportNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Import not found';
  override readonly remedy = 'A programme that nobody imports is deleted after 30 days. Upload or paste it again.';
}

export class ProgrammeImportIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This programme was imported or discarded already';
  override readonly remedy = 'Look at what became of it, or upload or paste it again.';
}

export class ProgrammeIsTooLong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The programme has more than 2,000 rows';
  override readonly remedy = 'Divide it, and import one part after the other.';
}

export class ProgrammeIsEmpty extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'There is no row below the headings';
  override readonly remedy = 'Add the rows, and upload or paste it again.';
}

export class FirstMonthIsMissing extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Enter the month in which the programme begins: some of its dates have no year';
}

/** Nothing is imported while a row is left that cannot be. */
export class RowsAreToMend extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Mend them or leave them out.';

  constructor(rows: number) {
    super();
    this.title = rows === 1 ? 'One row is to be mended first' : `${rows} rows are to be mended first`;
  }
}

export class NothingIsNew extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is nothing to import: no row brings anything new';
}
