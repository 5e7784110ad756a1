import { Injectable } from '@nestjs/common';
import { MandateBodies, type MandateReader, type NamedBody } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import type { SignedInPerson } from '@induct/sign-in';
import { DataSource } from 'typeorm';

/** What somebody may read of mandates. */
export interface Reading {
  isOfficer: boolean;
  /** Undefined for a champion who is in no group: nothing. */
  reads: MandateReader | undefined;
  /** Of a champion, as it is recorded today. */
  group: NamedBody | undefined;
}

/** Officers read all mandates; a champion those of the own group. */
@Injectable()
export class MandateReaders {
  constructor(
    private readonly bodies: MandateBodies,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async of({ id, roles }: SignedInPerson): Promise<Reading> {
    if (roles.includes('officer')) return { isOfficer: true, reads: 'all', group: undefined };
    const group = await this.bodies.groupOf(this.source.manager, id, dayInLondon(this.clock.now()));
    return { isOfficer: false, reads: group && { group: group.id }, group };
  }
}
