import { Inject, Injectable } from '@nestjs/common';
import { type Letter, Outbox } from '@induct/letters';
import { PeopleService, PersonNotFound } from '@induct/people';
import { AuditTrail, Clock, CONFIG, type Config, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { AttachedFiles } from '../attached/attached-files';
import { Awards } from '../awards/awards.service';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { RequirementRepository } from '../requirements/requirement.repository';
import { SecondOfficer } from '../second-officer/second-officer';
import type { Claim } from './claim';
import type { ClaimKind } from './claim-kind';
import { claimLetter, enteredLetter, refusedLetter, takenBackLetter } from './claim.letter';
import {
  ClaimIsDecided,
  ClaimIsTakenBack,
  ClaimNotFound,
  ClaimWaits,
  EnteredForOneself,
  NotClaimable,
  OtherOfficerDecides,
  OwnClaim,
  SecondOfficerDecides,
} from './claim.errors';
import { ClaimRepository, type NewClaim } from './claim.repository';

/** What a member sends in. */
export interface SentClaim extends Pick<NewClaim, 'personId' | 'doneOn' | 'validUntil' | 'words'> {
  /** The requirement's. */
  slug: string;
  kind: ClaimKind;
  file?: Buffer;
}

/** What an officer enters for a member. */
export type EnteredClaim = SentClaim & { by: string };

/** What an officer says to a claim. */
export interface ClaimDecision {
  by: string;
  accepted: boolean;
  words: string;
}

/**
 * Members send in what they have done elsewhere, or an officer enters it for them; officers accept it, or say why not. Nobody
 * accepts their own, nor what they have entered.
 */
@Injectable()
export class Claims {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly claims: ClaimRepository,
    private readonly requirements: RequirementRepository,
    private readonly evidence: EvidenceRepository,
    private readonly awards: Awards,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly attached: AttachedFiles,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly second: SecondOfficer,
  ) {}

  /** @returns its id @throws NotClaimable, ClaimWaits, NotAFileThatShows */
  send(sent: SentClaim): Promise<string> {
    return this.add(sent, null);
  }

  /**
   * The member is told, and has it as if they had sent it in.
   * @returns its id
   * @throws EnteredForOneself, PersonNotFound also of whoever is shut out, NotClaimable, ClaimWaits, NotAFileThatShows
   */
  async enter({ by, ...sent }: EnteredClaim): Promise<string> {
    if (sent.personId === by) throw new EnteredForOneself();
    return this.add(sent, by, async (tx, id, title) => {
      const [person, officer] = [await this.people.find(sent.personId, tx), await this.people.find(by, tx)];
      if (!person || person.deactivatedAt) throw new PersonNotFound();
      await this.audit.record(tx, {
        actorId: by,
        action: 'claim.entered',
        subjectType: 'person',
        subjectId: person.id,
        detail: { claimId: id, kind: sent.kind, title },
      });
      const about = { ...sent, name: person.name, officer: officer?.name ?? null, title, url: this.standing };
      await this.outbox.post(tx, {
        once: ['claim', id, 'entered'],
        recipient: person.email,
        letter: () => enteredLetter(about),
      });
    });
  }

  private async add(
    { slug, file, ...sent }: SentClaim,
    enteredBy: string | null,
    also?: (tx: EntityManager, id: string, title: string) => Promise<void>,
  ): Promise<string> {
    const sentAt = this.clock.now();
    const all = await this.requirements.asked(dayInLondon(sentAt), sent.personId);
    const asked = all.find((one) => one.slug === slug);
    if (!asked?.ways.some(({ kind }) => kind === sent.kind)) throw new NotClaimable();
    const stored = file && (await this.attached.keep(file));
    const id = this.ids.uuid();
    return this.transactions.run(async (tx) => {
      // Whoever entered a certificate from elsewhere has seen it: they are the first of the two officers it takes.
      const firstBy = sent.kind === 'outside_certificate' ? enteredBy : null;
      const claim = { ...sent, id, requirementId: asked.id, sentAt, enteredBy, firstBy };
      if (!(await this.claims.add(tx, claim))) throw new ClaimWaits();
      if (stored) await this.claims.addFile(tx, id, stored);
      await also?.(tx, id, asked.title);
      return id;
    });
  }

  private get standing(): string {
    return `${this.config.SITE_ORIGIN}/standing`;
  }

  /** The newest first. */
  ofPerson(personId: string): Promise<Claim[]> {
    return this.claims.ofPerson(personId);
  }

  /** Those that wait, the oldest first. */
  waiting(limit: number, offset: number): Promise<{ rows: Claim[]; total: number }> {
    return this.claims.waiting(limit, offset);
  }

  /** @throws ClaimNotFound */
  async find(id: string): Promise<Claim> {
    const claim = await this.claims.find(id);
    if (!claim) throw new ClaimNotFound();
    return claim;
  }

  /**
   * Said once, by another person; a certificate from elsewhere counts when a second officer accepts it too. When it counts
   * and was the last that was missing, the award is made in this transaction.
   * @returns whether it is decided now, or waits for a second officer
   * @throws ClaimNotFound, OwnClaim, ClaimIsTakenBack, ClaimIsDecided, OtherOfficerDecides, SecondOfficerDecides; of what an officer entered also
   * NotAllowed, TooNewToConfirm
   */
  async decide(id: string, decision: ClaimDecision): Promise<'decided' | 'second waits'> {
    return this.transactions.run(async (tx) => {
      const claim = await this.claims.lock(tx, id);
      if (!claim) throw new ClaimNotFound();
      mayDecide(claim, decision.by);
      // Whoever makes officers could make one for it: they are none of this hour.
      if (claim.enteredBy !== null && decision.accepted)
        await this.second.mayConfirm(tx, claim.enteredBy, decision.by, OtherOfficerDecides);
      const isFirst = decision.accepted && claim.kind === 'outside_certificate' && claim.firstBy === null;
      // Before anything is on record: whoever is at this person's awards waits for the record, and we would wait for them.
      if (decision.accepted && !isFirst) await this.evidence.recordAlone(tx, claim.personId);
      await this.record(tx, claim, decision, isFirst);
      if (isFirst) {
        await this.claims.acceptFirst(tx, id, decision.by);
        return 'second waits';
      }
      await this.close(tx, claim, decision);
      return 'decided';
    });
  }

  /**
   * The member takes back what still waits, also what an officer entered for them: that officer is told.
   * @throws ClaimNotFound also of somebody else's, ClaimIsDecided, ClaimIsTakenBack
   */
  async takeBack(id: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const claim = await this.claims.lock(tx, id);
      if (claim?.personId !== personId) throw new ClaimNotFound();
      stillWaits(claim);
      await this.claims.takeBack(tx, id, this.clock.now());
      const { kind, title, name, enteredBy } = claim;
      await this.audit.record(tx, {
        actorId: personId,
        action: 'claim.taken-back',
        subjectType: 'person',
        subjectId: personId,
        detail: { claimId: id, kind, title },
      });
      await this.tellEnterer(tx, enteredBy, [id, 'entered-taken-back'], (about) =>
        takenBackLetter({ ...about, member: name, title, url: this.atDesk(id) }),
      );
    });
  }

  private async close(tx: EntityManager, claim: Claim, decision: ClaimDecision): Promise<void> {
    const at = this.clock.now();
    await this.claims.decide(tx, claim.id, { ...decision, at });
    await this.tell(tx, claim, decision);
    if (!decision.accepted) return;
    await this.evidence.recordClaim(tx, claim, decision.by, at);
    await this.awards.consider(tx, claim.personId, at);
  }

  private async record(tx: EntityManager, claim: Claim, decision: ClaimDecision, isFirst: boolean): Promise<void> {
    const { id: claimId, kind, title, personId: subjectId } = claim;
    const said = isFirst ? 'accepted-first' : decision.accepted ? 'accepted' : 'refused';
    const detail = { claimId, kind, title, words: decision.words };
    await this.audit.record(tx, {
      actorId: decision.by,
      action: `claim.${said}`,
      subjectType: 'person',
      subjectId,
      detail,
    });
  }

  private async tell(tx: EntityManager, claim: Claim, { accepted, words }: ClaimDecision): Promise<void> {
    const { id, personId, title, validUntil, enteredBy } = claim;
    const isOver = validUntil !== null && validUntil < dayInLondon(this.clock.now());
    const ranOutOn = isOver ? validUntil : null;
    const person = await this.people.find(personId, tx);
    if (!person) return;
    await this.outbox.post(tx, {
      once: ['claim', id, 'decision'],
      recipient: person.email,
      letter: () =>
        claimLetter({
          name: person.name,
          title,
          accepted,
          isEntered: enteredBy !== null,
          ranOutOn,
          words,
          url: this.standing,
        }),
    });
    if (accepted) return;
    await this.tellEnterer(tx, enteredBy, [id, 'entered-refused'], (about) =>
      refusedLetter({ ...about, member: person.name, title, words, url: this.atDesk(id) }),
    );
  }

  /** Whoever entered it for the member, and is still here. */
  private async tellEnterer(
    tx: EntityManager,
    enteredBy: string | null,
    of: readonly [id: string, what: string],
    letter: (about: { name: string }) => Letter,
  ): Promise<void> {
    const officer = enteredBy === null ? undefined : await this.people.find(enteredBy, tx);
    if (!officer || officer.deactivatedAt) return;
    const { name, email } = officer;
    await this.outbox.post(tx, { once: ['claim', ...of], recipient: email, letter: () => letter({ name }) });
  }

  private atDesk(id: string): string {
    return `${this.config.SITE_ORIGIN}/admin/claims/${id}`;
  }
}

function mayDecide(claim: Claim, by: string): void {
  const { personId, firstBy, enteredBy } = claim;
  if (personId === by) throw new OwnClaim();
  stillWaits(claim);
  if (enteredBy === by) throw new OtherOfficerDecides();
  if (firstBy === by) throw new SecondOfficerDecides();
}

function stillWaits({ decidedAt, takenBackAt }: Claim): void {
  if (takenBackAt !== null) throw new ClaimIsTakenBack();
  if (decidedAt !== null) throw new ClaimIsDecided();
}
