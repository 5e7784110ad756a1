import { Injectable } from '@nestjs/common';
import { OpenObligations, type OpenRow } from '@induct/accreditation';
import type { SignedInPerson } from '@induct/sign-in';
import type { OverdueFilter } from './overdue-filter';
import { MandateReaders } from './mandate-readers';

const PER_BATCH = 1000;

/** What is overdue, for whoever asks. */
@Injectable()
export class OverduePages {
  constructor(
    private readonly open: OpenObligations,
    private readonly readers: MandateReaders,
  ) {}

  async page(person: SignedInPerson, { show, mandate, q }: OverdueFilter, per: number, page: number) {
    const { reads, group } = await this.readers.of(person);
    if (!reads) return { rows: [], total: 0 };
    const of = reads === 'all' ? ('everybody' as const) : { group: group!.name };
    const wanted = { of, notYet: show === 'open', mandateId: mandate || undefined, q };
    return await this.open.page(wanted, per, (page - 1) * per);
  }

  /** All of it. */
  async *all(person: SignedInPerson, filter: OverdueFilter): AsyncGenerator<OpenRow[]> {
    for (let page = 1; ; page += 1) {
      const { rows } = await this.page(person, filter, PER_BATCH, page);
      yield rows;
      if (rows.length < PER_BATCH) return;
    }
  }
}
