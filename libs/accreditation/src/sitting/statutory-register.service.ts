import { Injectable } from '@nestjs/common';
import { EndsBeforeItBegins, isPeriod, type Period, PersonLostRoles } from '@induct/people';
import { Announcements, AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { SecondOfficer } from '../second-officer/second-officer';
import { type Accreditation, EntriesRepository, type EntryTable, type RegisterEdition } from './entries.repository';
import { mustBeAskable, mustBeBodies } from './choices';
import { EntryNotFound, OwnEntry } from './sitting.errors';
import type { StatutoryAccreditationEntity } from './statutory-accreditation.entity';

/** What the register is to be, from a day on. */
export type NewEdition = Pick<RegisterEdition, 'mode' | 'startsOn' | 'bodyIds' | 'functions' | 'authority' | 'words'>;

/** What the authority has accredited: a scheme, or a requirement as it is met in one way. */
export type NewAccreditation = Pick<StatutoryAccreditationEntity, 'schemeId' | 'requirementId' | 'kind' | 'reference'> &
  Period;

const WHAT: Record<EntryTable, string> = {
  register_edition: 'register.edition',
  statutory_accreditation: 'register.accreditation',
};

/**
 * What the register is, and what counts for it. One officer enters it, another confirms: until then nothing changes. Nobody
 * does it alone, not even where one person alone may do other things: the public and the law rely on it
 * (docs/decisions/1035).
 */
@Injectable()
export class StatutoryRegister {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly second: SecondOfficer,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /** What it is today; undefined until somebody has said so: then there is none. */
  today(): Promise<RegisterEdition | undefined> {
    return this.entries.editionOn(dayInLondon(this.clock.now()), this.clock.now());
  }

  editions(): Promise<RegisterEdition[]> {
    return this.entries.editions();
  }

  accreditations(): Promise<Accreditation[]> {
    return this.entries.accreditations();
  }

  /** @returns its id @throws EntryWaits, ChoiceIsGone */
  propose(edition: NewEdition, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await mustBeBodies(tx, edition.bodyIds, 'bodies');
      return this.enter(tx, 'register_edition', { ...edition }, by);
    });
  }

  /** @returns its id @throws EntryWaits, EndsBeforeItBegins, ChoiceIsGone */
  accredit({ from, until, ...accreditation }: NewAccreditation, by: string): Promise<string> {
    if (!isPeriod({ from, until })) throw new EndsBeforeItBegins();
    return this.transactions.run(async (tx) => {
      await mustBeAskable(tx, accreditation);
      const said = { ...accreditation, during: `[${from},${until ?? ''})` };
      return this.enter(tx, 'statutory_accreditation', said, by);
    });
  }

  /**
   * An accreditation takes the place of what was said of the same thing for some of its days.
   * @throws EntryNotFound, OwnEntry, NotAllowed, TooNewToConfirm
   */
  async confirm(table: EntryTable, id: string, by: string): Promise<void> {
    await this.decide(table, id, async (tx, at, enteredBy) => {
      await this.second.mayConfirm(tx, enteredBy, by, OwnEntry);
      await this.takesEffect(tx, table, id, by, at);
      await this.record(tx, by, `${WHAT[table]}-confirmed`, id, { enteredBy });
    });
  }

  /**
   * As if somebody else had confirmed it, for `WhoWouldSit`, which takes it back: whoever entered it may look, too.
   * @throws EntryNotFound
   */
  async tryConfirmed(tx: EntityManager, table: EntryTable, id: string): Promise<void> {
    if (!(await this.entries.waiting(tx, table, id))) throw new EntryNotFound();
    await this.takesEffect(tx, table, id, this.ids.uuid(), this.clock.now());
  }

  /** Any officer may, whoever entered it. @throws EntryNotFound */
  async withdraw(table: EntryTable, id: string, by: string): Promise<void> {
    await this.decide(table, id, async (tx, at, enteredBy) => {
      await this.entries.end(tx, table, id, by, at);
      await this.record(tx, by, `${WHAT[table]}-withdrawn`, id, { enteredBy });
    });
  }

  private async enter(
    tx: EntityManager,
    table: EntryTable,
    said: Record<string, unknown>,
    by: string,
  ): Promise<string> {
    await this.entries.changeAlone(tx);
    const id = this.ids.uuid();
    await this.entries.enter(tx, { ...said, id, enteredBy: by, enteredAt: this.clock.now() });
    await this.record(tx, by, `${WHAT[table]}-entered`, id, said);
    return id;
  }

  private async takesEffect(tx: EntityManager, table: EntryTable, id: string, by: string, at: Date): Promise<void> {
    if (table === 'statutory_accreditation') await this.entries.endOverlapping(tx, id, by, at);
    await this.entries.confirm(tx, table, id, by, at);
  }

  private async decide(
    table: EntryTable,
    id: string,
    act: (tx: EntityManager, at: Date, enteredBy: string) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.entries.changeAlone(tx);
      const entry = await this.entries.waiting(tx, table, id);
      if (!entry) throw new EntryNotFound();
      await act(tx, this.clock.now(), entry.enteredBy);
    });
  }

  /** Nobody confirms what somebody entered who may no longer enter it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, at, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer')) return;
    for (const { table, id } of await this.entries.fall(tx, personId, by, at)) {
      const event = { actorId: by, action: `${WHAT[table]}-withdrawn`, subjectType: 'register', subjectId: id };
      fallen.push({ ...event, detail: { enteredBy: personId } });
    }
  }

  private async record(
    tx: EntityManager,
    actorId: string,
    action: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ) {
    await this.audit.record(tx, { actorId, action, subjectType: 'register', subjectId, detail });
  }
}
