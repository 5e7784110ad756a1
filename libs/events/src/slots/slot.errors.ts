import { britishDate, type Day, DomainError } from '@induct/platform';

/** Two people would be sent to one host at the same time: the day is planned already, as when a form is sent twice. */
export class HostHasTalks extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Choose other hours, or leave that person out.';

  constructor(host: string, on: Day) {
    super();
    this.title = `${host} has talks at that time on ${britishDate(on)} already`;
  }
}
