import { Injectable } from '@nestjs/common';
import { PeopleService, PersonLostRoles, Proposals, type Role } from '@induct/people';
import { Announcements, AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CoreSkills } from '../requirements/core-skills.service';
import { MandateBodies } from './mandate-bodies.queries';
import {
  AsksYouOnly,
  MandateIsDecided,
  MandateIsNotInForce,
  MandateMakesNoSense,
  MandateNotFound,
  NotYourGroup,
  OwnMandate,
  SameIsProposed,
} from './mandate.errors';
import { type Mandate, MandateRepository } from './mandate.repository';
import { MarksRepository } from './marks.repository';
import { mustMakeSense, type NewMandate } from './propose.rules';
import { sameBefore } from './same-ask';

/**
 * Who has to meet what: one person proposes, an officer who is somebody else adopts. Champions propose for their own group.
 * An officer may end one alone: it takes something off people and puts nothing on them.
 */
@Injectable()
export class Mandates {
  constructor(
    private readonly mandates: MandateRepository,
    private readonly bodies: MandateBodies,
    private readonly coreSkills: CoreSkills,
    private readonly marks: MarksRepository,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /**
   * It asks nobody yet, unless there is nobody else at the desk: then it is adopted alone, and says so.
   * @param inside as part of a transaction that is begun
   * @throws MandateMakesNoSense, NotYourGroup, SameIsProposed
   */
  async propose(
    { courseId, ...wished }: NewMandate,
    inside?: EntityManager,
  ): Promise<{ id: string; is: 'waiting' | 'adopted alone' }> {
    return await this.in(inside, async (tx) => {
      const requirementId = courseId ? await this.coreSkills.requirementOf(tx, courseId) : wished.requirementId;
      const given = { ...wished, requirementId: requirementId ?? null };
      const { by, from, until, ...proposed } = given;
      mustMakeSense(given, await this.bodies.kindOf(tx, given.bodyId));
      if (!(await this.mandates.isAskable(tx, given)))
        throw new MandateMakesNoSense('what', 'Choose what has to be met');
      const roles = await this.rolesOf(tx, by);
      if (!roles.includes('officer') && !(await this.isOwnGroup(tx, given))) throw new NotYourGroup();
      await this.mustBeNew(tx, given);
      const id = this.ids.uuid();
      const at = this.clock.now();
      const nothingYet = {
        outcome: null,
        decidedBy: null,
        decidedAt: null,
        endedBy: null,
        endedAt: null,
        endedReason: null,
      };
      const during = `[${from},${until ?? ''})`;
      await this.mandates.add(tx, { ...proposed, ...nothingYet, id, during, proposedBy: by, proposedAt: at });
      await this.record(tx, 'proposed', by, id, { ...proposed, from, until });
      const aloneFrom = roles.includes('officer') ? await this.proposals.aloneFrom(by, tx) : undefined;
      if (aloneFrom === undefined || aloneFrom > at) return { id, is: 'waiting' };
      await this.takeEffect(tx, id, 'adopted_alone', by);
      return { id, is: 'adopted alone' };
    });
  }

  /** @throws MandateNotFound, MandateIsDecided, OwnMandate, NotAllowed, TooNewToConfirm */
  async adopt(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { proposedBy } = await this.waiting(tx, id);
      if (proposedBy === by) throw new OwnMandate();
      await this.people.mayConfirm(tx, by, 'officer');
      await this.takeEffect(tx, id, 'adopted', by);
    });
  }

  /**
   * Whoever proposed it takes it back; any officer says no, but whom alone it would ask.
   * @throws MandateNotFound, MandateIsDecided, AsksYouOnly, NotAllowed
   */
  async refuse(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { proposedBy, personId } = await this.waiting(tx, id);
      if (proposedBy !== by) {
        if (personId === by) throw new AsksYouOnly();
        await this.people.mayConfirm(tx, by, 'officer');
      }
      const outcome = proposedBy === by ? 'withdrawn' : 'refused';
      await this.mandates.decide(tx, id, { outcome, by, at: this.clock.now() });
      await this.record(tx, outcome, by, id, { proposedBy });
    });
  }

  /**
   * From today on it asks nobody; what it asked is closed.
   * @throws MandateNotFound, MandateIsNotInForce, AsksYouOnly, NotAllowed
   */
  async end(id: string, { by, reason }: { by: string; reason: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const mandate = await this.mandates.lock(tx, id);
      if (!mandate) throw new MandateNotFound();
      const isAdopted = mandate.outcome === 'adopted' || mandate.outcome === 'adopted_alone';
      if (!isAdopted || mandate.endedAt !== null) throw new MandateIsNotInForce();
      if (mandate.personId === by) throw new AsksYouOnly();
      await this.people.mayConfirm(tx, by, 'officer');
      const at = this.clock.now();
      await this.mandates.end(tx, id, { by, at, reason });
      await this.record(tx, 'ended', by, id, { reason });
      await this.marks.markEverybody(tx);
    });
  }

  /** @throws MandateNotFound */
  async find(id: string): Promise<Mandate> {
    const mandate = await this.mandates.find(id);
    if (!mandate) throw new MandateNotFound();
    return mandate;
  }

  /** Whether nobody has ever proposed one. */
  isEmpty(): Promise<boolean> {
    return this.mandates.isEmpty();
  }

  private async takeEffect(tx: EntityManager, id: string, outcome: 'adopted' | 'adopted_alone', by: string) {
    await this.mandates.decide(tx, id, { outcome, by, at: this.clock.now() });
    await this.record(tx, outcome, by, id, {});
    await this.marks.markEverybody(tx);
  }

  private in<T>(inside: EntityManager | undefined, act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return inside ? act(inside) : this.transactions.run(act);
  }

  private async waiting(tx: EntityManager, id: string): Promise<Mandate> {
    const mandate = await this.mandates.lock(tx, id);
    if (!mandate) throw new MandateNotFound();
    if (mandate.outcome !== null) throw new MandateIsDecided();
    return mandate;
  }

  /** Of two who propose the same at the same moment the second waits, and then finds the first. @throws SameIsProposed */
  private async mustBeNew(tx: EntityManager, proposed: NewMandate): Promise<void> {
    await this.mandates.askAlone(tx, (proposed.requirementId ?? proposed.schemeId)!);
    const before = await this.mandates.alike(tx, proposed, dayInLondon(this.clock.now()));
    const first = sameBefore(proposed, before);
    if (first) throw new SameIsProposed(first);
  }

  private async isOwnGroup(tx: EntityManager, { who, bodyId, by }: NewMandate): Promise<boolean> {
    return who === 'group' && (await this.bodies.groupOf(tx, by, dayInLondon(this.clock.now())))?.id === bodyId;
  }

  private async rolesOf(tx: EntityManager, personId: string): Promise<Role[]> {
    return (await this.people.grants(personId, tx)).map(({ role }) => role);
  }

  /** Nobody adopts what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, at, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer') && !roles.includes('champion')) return;
    for (const subjectId of await this.mandates.fall(tx, personId, by, at)) {
      const detail = { proposedBy: personId };
      fallen.push({ actorId: by, action: 'mandate.withdrawn', subjectType: 'mandate', subjectId, detail });
    }
  }

  private async record(tx: EntityManager, did: string, actorId: string, subjectId: string, detail: object) {
    const action = `mandate.${did.replace('_', '-')}`;
    await this.audit.record(tx, { actorId, action, subjectType: 'mandate', subjectId, detail: { ...detail } });
  }
}
