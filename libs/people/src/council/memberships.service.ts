import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { BodyRepository } from './body.repository';
import { CouncilActs, mustBePeriod, mustBeReason } from './council-acts';
import {
  AlreadyOnThisBody,
  BodyNotFound,
  EndsBeforeItBegins,
  InAnotherGroup,
  MembershipNotFound,
  NoSuchCapacityHere,
  OutsideTheBody,
  WasPutRightBefore,
} from './council.errors';
import { CAPACITIES_OF, type Capacity } from './council.words';
import { GroupCopy } from './group-copy';
import { otherGroup } from './leaving-a-group';
import { type Membership, MembershipRepository } from './membership.repository';
import { onDay, overlap, within } from './period';
import { lockPersons } from './person-lock';
import { supersede } from './superseding';

export interface NewMembership {
  personId: string;
  bodyId: string;
  capacity: Capacity;
  from: Day;
  /** The first day on which they no longer sit; null while it has no end. */
  until?: Day | null;
  /** Who records it; null: Induct itself. */
  by: string | null;
}

/** A membership put right: what is said of it from now on. */
export interface CorrectedMembership {
  membershipId: string;
  capacity: Capacity;
  from: Day;
  until: Day | null;
  by: string;
  reason: string;
}

type Said = Omit<Membership, 'supersededAt' | 'supersededBy' | 'reason'>;

/** Who sits on which body, as what, from when until when. Whoever writes of several people calls `lockPersons` first. */
@Injectable()
export class Memberships {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly bodies: BodyRepository,
    private readonly groups: GroupCopy,
    private readonly acts: CouncilActs,
  ) {}

  /**
   * @returns its id
   * @throws PersonNotFound, BodyNotFound, NoSuchCapacityHere, EndsBeforeItBegins, OutsideTheBody, AlreadyOnThisBody, InAnotherGroup
   */
  join({ by, until = null, ...given }: NewMembership, inside?: EntityManager): Promise<string> {
    return this.acts.in(inside, async (tx) => {
      await lockPersons(tx, [given.personId]);
      return await this.add(tx, { ...given, until, ...this.acts.recorded(by) }, 'membership.joined', {});
    });
  }

  /**
   * They leave. @param until the first day on which they no longer sit @returns the id of what is said now
   * @throws MembershipNotFound, WasPutRightBefore, EndsBeforeItBegins
   */
  end(
    {
      membershipId,
      until,
      by,
      reason = null,
    }: { membershipId: string; until: Day; by: string | null; reason?: string | null },
    inside?: EntityManager,
  ): Promise<string> {
    return this.acts.in(inside, async (tx) => {
      const before = await this.locked(tx, membershipId);
      if (!onDay(before, until) || before.from === until) throw new EndsBeforeItBegins();
      return await this.replace(tx, before, { ...before, until }, { by, reason, action: 'membership.ended' });
    });
  }

  /**
   * It was recorded wrongly. What was said before stays to be seen. @returns the id of what is said now
   * @throws MembershipNotFound, WasPutRightBefore, ReasonIsMissing, and whatever `join` throws
   */
  correct(
    { membershipId, capacity, from, until, by, reason }: CorrectedMembership,
    inside?: EntityManager,
  ): Promise<string> {
    return this.acts.in(inside, async (tx) => {
      mustBeReason(reason);
      const before = await this.locked(tx, membershipId);
      const after = { ...before, capacity, from, until };
      return await this.replace(tx, before, after, { by, reason, action: 'membership.corrected' });
    });
  }

  /** They never sat there. @throws MembershipNotFound, WasPutRightBefore, ReasonIsMissing */
  withdraw(given: { membershipId: string; by: string; reason: string }, inside?: EntityManager): Promise<void> {
    const { membershipId, by, reason } = given;
    return this.acts.in(inside, async (tx) => {
      mustBeReason(reason);
      const before = await this.locked(tx, membershipId);
      await supersede(tx, 'membership', membershipId, this.acts.superseding(by, reason));
      await this.groups.follow(tx, [before.personId]);
      const subject = ['membership', membershipId] as ['membership', string];
      await this.acts.record(tx, by, 'membership.withdrawn', subject, { before: facts(before) });
    });
  }

  private async locked(tx: EntityManager, id: string): Promise<Membership> {
    const seen = await this.memberships.find(tx, id);
    if (!seen) throw new MembershipNotFound();
    await lockPersons(tx, [seen.personId]);
    const membership = (await this.memberships.find(tx, id))!;
    if (membership.supersededAt) throw new WasPutRightBefore();
    return membership;
  }

  private async replace(
    tx: EntityManager,
    before: Membership,
    after: Said,
    { by, reason, action }: { by: string | null; reason: string | null; action: string },
  ): Promise<string> {
    await supersede(tx, 'membership', before.id, this.acts.superseding(by, reason));
    const said = { ...after, ...this.acts.recorded(by, before.id) };
    return await this.add(tx, said, action, { before: facts(before) });
  }

  private async add(tx: EntityManager, said: Said, action: string, detail: object): Promise<string> {
    mustBePeriod(said);
    const body = await this.bodies.find(tx, said.bodyId, 'share');
    if (!body) throw new BodyNotFound();
    if (!CAPACITIES_OF[body.kind].includes(said.capacity)) throw new NoSuchCapacityHere();
    if (!within(said, body)) throw new OutsideTheBody(body.name, body);
    const theirs = await this.memberships.ofPerson(tx, said.personId);
    const there = theirs.find((one) => one.bodyId === said.bodyId && overlap(one, said));
    if (there) throw new AlreadyOnThisBody(there);
    if (body.kind === 'group') {
      const other = otherGroup(theirs, body.id, (one) => overlap(one, said));
      if (other) throw new InAnotherGroup(other.body, other);
    }
    await this.memberships.add(tx, said);
    if (body.kind === 'group') await this.groups.follow(tx, [said.personId]);
    await this.acts.record(tx, said.recordedBy, action, ['membership', said.id], { ...detail, ...facts(said) });
    return said.id;
  }
}

const facts = ({ personId, bodyId, capacity, from, until }: Said) => ({ personId, bodyId, capacity, from, until });
