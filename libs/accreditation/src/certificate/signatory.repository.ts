import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Settings } from '@induct/platform';
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
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'DEMO'>,
    private readonly settings: Settings,
  ) {}

  async current(tx: EntityManager): Promise<Signatory[]> {
    // A wrong setting must not undo the commit that earned the award.
    const set = z
      .array(Signatory)
      .max(2)
      .safeParse(await this.settings.find('certificate.signatories', tx));
    if (set.success) return set.data;
    return this.config.DEMO ? DEMO : OFFICES;
  }
}
