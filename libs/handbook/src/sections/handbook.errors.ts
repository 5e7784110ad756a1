import { DomainError } from '@induct/platform';

export class HandbookEntryNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such page in the handbook';
  override readonly remedy = 'It may have been taken out. Look for it in the contents of the handbook.';
}

/** Two people changed it, or somebody went on with an old page. */
export class HandbookTextWasChanged extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has saved this text in the meantime';
  override readonly remedy = 'Compare both texts, put into yours what is to stay of theirs, and save again.';
}

export class DistrictIsUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such district';
  override readonly remedy = 'Choose one of the districts that members of the council belong to.';
}

/** What it is to stand in is not there, or was taken out. */
export class HandbookPlaceNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Choose one of the places in the handbook';
}

/** It was moved with the next edition to where members read nothing yet: at once they would not find it any more. */
export class HandbookPlaceIsNotReadYet extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'It moves with the next edition to where members read nothing yet';
  override readonly remedy =
    'Save it with the next edition, or move it back, or write what it is to stand in at once first.';
}

/** A district adds to a section, not to a chapter or a question. */
export class OnlySectionsHaveDistricts extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Only sections say something to a district';
}
