import { Injectable } from '@nestjs/common';
import { PeopleService, PersonLostRoles } from '@induct/people';
import { Announcements, type AuditEvent, type DomainError } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Proposed } from './proposed.columns';
import type { ProposedRepository } from './proposed.repository';

/** What holds of everything that one officer proposes and another confirms. */
@Injectable()
export class SecondOfficer {
  constructor(
    private readonly people: PeopleService,
    private readonly announcements: Announcements,
  ) {}

  /** @param own what is said to whoever proposed it @throws own, NotAllowed, TooNewToConfirm */
  async mayConfirm(tx: EntityManager, proposedBy: string, by: string, own: new () => DomainError): Promise<void> {
    if (proposedBy === by) throw new own();
    await this.people.mayConfirm(tx, by, 'officer');
  }

  /**
   * Nobody confirms what somebody proposed who may no longer propose it.
   * @param record what is put on record of one that falls
   */
  fallsWithItsProposer<Row extends Proposed>(
    proposals: ProposedRepository<Row>,
    record: (row: Row) => Pick<AuditEvent, 'action' | 'subjectType' | 'subjectId'>,
  ): void {
    this.announcements.on(PersonLostRoles, async (tx, { personId, roles, by, at, fallen }) => {
      if (!roles.includes('officer')) return;
      for (const row of await proposals.fall(tx, personId, by, at))
        fallen.push({ ...record(row), actorId: by, detail: { proposal: row.id, proposedBy: personId } });
    });
  }
}
