import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { AuditTrail, Clock, CONFIG, type Config, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { AttachedFiles } from '../attached/attached-files';
import { Awards } from '../awards/awards.service';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { RequirementRepository } from '../requirements/requirement.repository';
import type { Claim } from './claim';
import type { ClaimKind } from './claim-kind';
import { claimLetter } from './claim.letter';
import {
  ClaimIsDecided,
  ClaimNotFound,
  ClaimWaits,
  NotClaimable,
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

/** What an officer says to a claim. */
export interface ClaimDecision {
  by: string;
  accepted: boolean;
  words: string;
}

/** Members send in what they have done elsewhere; officers accept it, or say why not. Nobody accepts their own. */
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
  ) {}

  /** @throws NotClaimable, ClaimWaits, NotAFileThatShows */
  async send({ slug, file, ...sent }: SentClaim): Promise<string> {
    const sentAt = this.clock.now();
    const all = await this.requirements.asked(dayInLondon(sentAt), sent.personId);
    const asked = all.find((one) => one.slug === slug);
    if (!asked?.ways.some(({ kind }) => kind === sent.kind)) throw new NotClaimable();
    const stored = file && (await this.attached.keep(file));
    const id = this.ids.uuid();
    return this.transactions.run(async (tx) => {
      if (!(await this.claims.add(tx, { ...sent, id, requirementId: asked.id, sentAt }))) throw new ClaimWaits();
      if (stored) await this.claims.addFile(tx, id, stored);
      return id;
    });
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
   * @throws ClaimNotFound, OwnClaim, ClaimIsDecided, SecondOfficerDecides
   */
  async decide(id: string, decision: ClaimDecision): Promise<'decided' | 'second waits'> {
    return this.transactions.run(async (tx) => {
      const claim = await this.claims.lock(tx, id);
      if (!claim) throw new ClaimNotFound();
      mayDecide(claim, decision.by);
      const isFirst = decision.accepted && claim.kind === 'outside_certificate' && claim.firstBy === null;
      await this.record(tx, claim, decision, isFirst);
      if (isFirst) {
        await this.claims.acceptFirst(tx, id, decision.by);
        return 'second waits';
      }
      await this.close(tx, claim, decision);
      return 'decided';
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

  private async tell(
    tx: EntityManager,
    { id, personId, title, validUntil }: Claim,
    { accepted, words }: ClaimDecision,
  ) {
    const isOver = validUntil !== null && validUntil < dayInLondon(this.clock.now());
    const person = await this.people.find(personId, tx);
    if (!person) return;
    const url = `${this.config.SITE_ORIGIN}/standing`;
    await this.outbox.post(tx, {
      once: ['claim', id, 'decision'],
      recipient: person.email,
      letter: () =>
        claimLetter({ name: person.name, title, accepted, ranOutOn: isOver ? validUntil : null, words, url }),
    });
  }
}

function mayDecide({ personId, decidedAt, firstBy }: Claim, by: string): void {
  if (personId === by) throw new OwnClaim();
  if (decidedAt !== null) throw new ClaimIsDecided();
  if (firstBy === by) throw new SecondOfficerDecides();
}
