import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Signatory } from './certificate-facts';

/** Until the council has named somebody: two lines to sign on. */
const OFFICES: Signatory[] = [
  { name: 'Chair', office: 'Member Development Steering Group' },
  { name: 'Head of Democratic Services', office: 'Democratic Services' },
];
/** Invented, like everybody in the demo council. */
const DEMO: Signatory[] = [
  { name: 'Margaret Ellison', office: 'Chair, Member Development Steering Group', signature: 'm-ellison' },
  { name: 'David Okafor', office: 'Head of Democratic Services', signature: 'd-okafor' },
];

/** Who signs certificates: the setting `certificate.signatories`. */
@Injectable()
export class SignatoryRepository {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'DEMO'>) {}

  async current(tx: EntityManager): Promise<Signatory[]> {
    const [row] = await tx.query<{ value: unknown }[]>(
      `select value from setting where key = 'certificate.signatories'`,
    );
    // A wrong setting must not undo the commit that earned the award.
    const set = z.array(Signatory).max(2).safeParse(row?.value);
    if (set.success) return set.data;
    return this.config.DEMO ? DEMO : OFFICES;
  }
}
