import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Settings, Transactions } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';

const KEY = 'council.contact';

/** A website of the council that members are sent to: meetings, expenses, pay, computers. */
export interface UsefulLink {
  title: string;
  /** `https://…` */
  url: string;
}

/** How people reach Democratic Services, and what the council says of itself. An empty text was not said. */
export interface CouncilContact {
  email: string;
  telephone: string;
  /** When somebody answers, in words. */
  hours: string;
  /** Where they are, in lines. */
  address: string;
  links: readonly UsefulLink[];
  /** What is known not to be accessible yet, in lines, for the accessibility statement. */
  accessibilityFaults: string;
}

/** Of a council that has said nothing yet. */
export const NO_CONTACT: CouncilContact = {
  email: '',
  telephone: '',
  hours: '',
  address: '',
  links: [],
  accessibilityFaults: '',
};

/** What the desk says of how it is reached. One row of the settings, with every change on record. */
@Injectable()
export class CouncilContacts {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async now(tx: EntityManager = this.source.manager): Promise<CouncilContact> {
    return { ...NO_CONTACT, ...((await this.settings.find(KEY, tx)) as Partial<CouncilContact> | undefined) };
  }

  /** The later of two who save at once stands; both are on record, with what was there before. */
  async set(contact: CouncilContact, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const before = await this.now(tx);
      await this.settings.set(tx, KEY, contact, this.clock.now());
      await this.audit.record(tx, {
        actorId: by,
        action: 'council.contact-changed',
        subjectType: 'council',
        subjectId: 'contact',
        detail: { before, after: contact },
      });
    });
  }
}
