import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { cleanName, Corrections, PeopleService, PersonNotFound } from '@induct/people';
import { AuditTrail, Clock, CONFIG, type Config, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Certificates } from '../acts/certificates.service';
import { isInQuestion } from '../certificate/certificate';
import { CertificateRepository } from '../certificate/certificate.repository';
import { EvidenceRepository } from '../requirements/evidence.repository';
import type { NameChange, Reissue } from './name-change';
import {
  NameChangeIsDecided,
  NameChangeIsTakenBack,
  NameChangeNotFound,
  NameChangeWaits,
  NameIsAsItWas,
  OwnName,
} from './name-change.errors';
import { nameChangeLetter } from './name-change.letter';
import { NameChangeRepository } from './name-change.repository';

/** What an officer says to a name somebody asked for. */
export interface NameDecision {
  by: string;
  accepted: boolean;
  words: string;
}

/**
 * Members ask for another name, officers confirm it or say why not. Name and certificates change in one transaction, and no
 * certificate is issued anew for a name otherwise: what was printed for friends stays as it was.
 */
@Injectable()
export class NameChanges {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly changes: NameChangeRepository,
    private readonly certificates: CertificateRepository,
    private readonly register: Certificates,
    private readonly evidence: EvidenceRepository,
    private readonly people: PeopleService,
    private readonly corrections: Corrections,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param asked.name as it shall be printed
   * @returns the id of what waits for an officer
   * @throws PersonNotFound, NameIsAsItWas, NameChangeWaits
   */
  async ask({ personId, ...asked }: { personId: string; name: string; why: string }): Promise<string> {
    const name = cleanName(asked.name);
    const askedAt = this.clock.now();
    const id = this.ids.uuid();
    return this.transactions.run(async (tx) => {
      const person = await this.people.find(personId, tx);
      if (!person) throw new PersonNotFound();
      const { replaced } = await this.changes.otherwiseNamed(personId, name, dayInLondon(askedAt), tx);
      if (person.name === name && replaced.length === 0) throw new NameIsAsItWas();
      if (!(await this.changes.add(tx, { id, personId, name, why: asked.why, askedAt }))) throw new NameChangeWaits();
      await this.record(tx, 'asked', { id, personId }, personId, {});
      return id;
    });
  }

  /** @throws NameChangeNotFound */
  async find(id: string): Promise<NameChange> {
    const change = await this.changes.find(id);
    if (!change) throw new NameChangeNotFound();
    return change;
  }

  /** What somebody asked for last. */
  newestOf(personId: string): Promise<NameChange | undefined> {
    return this.changes.newestOf(personId);
  }

  /** Those that wait, the oldest first. */
  waiting(limit: number, offset: number): Promise<{ rows: NameChange[]; total: number }> {
    return this.changes.waiting(limit, offset);
  }

  /** What would become of the certificates if it were confirmed now. */
  reissue({ personId, name }: NameChange): Promise<Reissue> {
    return this.changes.otherwiseNamed(personId, name, dayInLondon(this.clock.now()));
  }

  /**
   * Said once, by another person. When it is confirmed, every certificate that is in force, and not in question, is replaced in this transaction.
   * @throws NameChangeNotFound, OwnName, NameChangeIsTakenBack, NameChangeIsDecided, NotAllowed, TooNewToConfirm, NameCannotBePrinted
   */
  async decide(id: string, decision: NameDecision): Promise<void> {
    await this.transactions.run(async (tx) => {
      const change = await this.changes.lock(tx, id);
      if (!change) throw new NameChangeNotFound();
      if (change.personId === decision.by) throw new OwnName();
      stillWaits(change);
      await this.people.mayConfirm(tx, decision.by, 'officer');
      await this.changes.decide(tx, id, { ...decision, at: this.clock.now() });
      const replaced = decision.accepted ? await this.take(tx, change, decision.by) : [];
      await this.record(tx, decision.accepted ? 'confirmed' : 'refused', change, decision.by, { replaced });
      await this.tell(tx, change, decision, replaced);
    });
  }

  /**
   * The member takes back what they asked for, as long as it waits.
   * @throws NameChangeNotFound also of somebody else's, NameChangeIsDecided, NameChangeIsTakenBack
   */
  async takeBack(id: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const change = await this.changes.lock(tx, id);
      if (change?.personId !== personId) throw new NameChangeNotFound();
      stillWaits(change);
      await this.changes.takeBack(tx, id, this.clock.now());
      await this.record(tx, 'taken-back', change, personId, {});
    });
  }

  /** @returns the numbers of what was replaced, old and new */
  private async take(tx: EntityManager, { personId, name }: NameChange, by: string): Promise<[string, string][]> {
    // An award that is made at this moment bears the new name, or is seen here and replaced.
    await this.evidence.recordAlone(tx, personId);
    const today = dayInLondon(this.clock.now());
    const numbers: [string, string][] = [];
    const other = async () => (await this.changes.otherwiseNamed(personId, name, today, tx)).replaced;
    // Before anything is on record: whoever is at a certificate waits for the record, and we would wait for them.
    await this.certificates.lockAll(tx, other);
    await this.corrections.renameAsAsked(tx, { personId, name, by });
    // Another officer may replace or revoke one while we wait for its row: what they wrote is looked at again.
    for (let left = await other(); left.length > 0; left = await other()) {
      for (const { id, number } of left) {
        const old = await this.certificates.lock(tx, id);
        if (old?.state !== 'issued' || isInQuestion(old)) continue;
        const next = await this.register.replaceWithin(tx, old, { by, reason: 'Change of name' });
        numbers.push([number, next.number]);
      }
    }
    return numbers;
  }

  private async record(
    tx: EntityManager,
    what: 'asked' | 'taken-back' | 'confirmed' | 'refused',
    { id, personId }: Pick<NameChange, 'id' | 'personId'>,
    actorId: string,
    more: object,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action: `name-change.${what}`,
      subjectType: 'person',
      subjectId: personId,
      detail: { nameChange: id, ...more },
    });
  }

  private async tell(
    tx: EntityManager,
    { id, personId, name }: NameChange,
    { accepted, words }: NameDecision,
    replaced: readonly [string, string][],
  ): Promise<void> {
    const person = await this.people.find(personId, tx);
    if (!person) return;
    const url = `${this.config.SITE_ORIGIN}/certificates`;
    await this.outbox.post(tx, {
      once: ['name-change', id, 'decision'],
      recipient: person.email,
      letter: () => nameChangeLetter(person.name, { name, accepted, words, replaced, url }),
    });
  }
}

function stillWaits({ decidedAt, takenBackAt }: NameChange): void {
  if (takenBackAt !== null) throw new NameChangeIsTakenBack();
  if (decidedAt !== null) throw new NameChangeIsDecided();
}
