import { DomainError } from '@induct/platform';

/** Nothing of the kind is known under that address. */
export class NotHere extends DomainError {
  readonly kind = 'not-found';
  readonly title: string;
  override readonly remedy = 'If you typed the address, check it is correct. It may also have been removed.';

  /** @param kind what was looked for: "upload" */
  constructor(kind: string) {
    super('');
    this.title = `There is no such ${kind}`;
  }
}

/** PostgreSQL refuses to compare an id with anything that is not one. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
