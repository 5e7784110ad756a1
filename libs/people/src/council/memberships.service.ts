import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type Body, BodyRepository } from './body.repository';
import { CouncilActs, mustBePeriod, mustBeReason, type PutRight } from './council-acts';
import {
  AlreadyOnThisBody,
  BodyNotFound,
  EndsBeforeItBegins,
  InAnotherGroup,
  MembershipNotFound,
  NoSuchCapacityHere,
  OutsideTheBody,
} from './council.errors';
import { CAPACITIES_OF, type Capacity } from './council.words';
import { GroupCopy } from './group-copy';
import { otherGroup } from './leaving-a-group';
import { type Membership, type MembershipOfPerson, MembershipRepository } from './membership.repository';
import { onDay, overlap, within } from './period';
import { lockPersons } from './person-lock';

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
/** A seat of somebody, with what it is a seat on. */
type Sitting = Said & Pick<MembershipOfPerson, 'kind' | 'body'>;

/** Who sits on which body, as what, from when until when. Whoever calls several acts in one transaction calls `lockPersons` first. */
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
  async join(given: NewMembership, inside?: EntityManager): Promise<string> {
    return (await this.joinAll([given], inside))[0]!;
  }

  /** Several at once, with as many questions as for one. All of them, or none. @returns their ids, in order @throws what `join` throws */
  joinAll(given: readonly NewMembership[], inside?: EntityManager): Promise<string[]> {
    return this.acts.in(inside, async (tx) => {
      await lockPersons(
        tx,
        given.map(({ personId }) => personId),
      );
      const said = given.map(({ by, until = null, ...one }) => ({ ...one, until, ...this.acts.recorded(by) }));
      return await this.add(tx, said, 'membership.joined', {});
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
      await this.acts.supersede(tx, 'membership', membershipId, { by, reason });
      await this.groups.follow(tx, [before.personId]);
      const subject = ['membership', membershipId] as ['membership', string];
      await this.acts.record(tx, by, 'membership.withdrawn', subject, { before: facts(before) });
    });
  }

  private locked(tx: EntityManager, id: string): Promise<Membership> {
    return this.acts.locked(tx, () => this.memberships.find(tx, id), MembershipNotFound);
  }

  private async replace(
    tx: EntityManager,
    before: Membership,
    after: Said,
    { action, ...why }: PutRight & { action: string },
  ): Promise<string> {
    const said = await this.acts.replace(tx, 'membership', before, after, why);
    return (await this.add(tx, [said], action, { before: facts(before) }))[0]!;
  }

  private async add(tx: EntityManager, all: readonly Said[], action: string, detail: object): Promise<string[]> {
    const bodies = new Map<string, Body>();
    for (const id of [...new Set(all.map(({ bodyId }) => bodyId))].toSorted()) {
      const body = await this.bodies.find(tx, id, 'share');
      if (!body) throw new BodyNotFound();
      bodies.set(id, body);
    }
    const seats: Sitting[] = await this.memberships.ofPersons(
      tx,
      all.map(({ personId }) => personId),
    );
    for (const said of all) {
      const body = bodies.get(said.bodyId)!;
      const theirs = seats.filter(({ personId }) => personId === said.personId);
      mustFit(said, body, theirs);
      seats.push({ ...said, kind: body.kind, body: body.name });
    }
    await this.memberships.add(tx, all);
    const moved = all.filter(({ bodyId }) => bodies.get(bodyId)!.kind === 'group');
    if (moved.length > 0)
      await this.groups.follow(
        tx,
        moved.map(({ personId }) => personId),
      );
    for (const said of all) {
      await this.acts.record(tx, said.recordedBy, action, ['membership', said.id], { ...detail, ...facts(said) });
    }
    return all.map(({ id }) => id);
  }
}

/** @throws EndsBeforeItBegins, NoSuchCapacityHere, OutsideTheBody, AlreadyOnThisBody, InAnotherGroup */
function mustFit(said: Said, body: Body, theirs: readonly Sitting[]): void {
  mustBePeriod(said);
  if (!CAPACITIES_OF[body.kind].includes(said.capacity)) throw new NoSuchCapacityHere();
  if (!within(said, body)) throw new OutsideTheBody(body.name, body);
  const there = theirs.find((one) => one.bodyId === said.bodyId && overlap(one, said));
  if (there) throw new AlreadyOnThisBody(there);
  if (body.kind !== 'group') return;
  const other = otherGroup(theirs, body.id, (one) => overlap(one, said));
  if (other) throw new InAnotherGroup(other.body, other);
}

const facts = ({ personId, bodyId, capacity, from, until }: Said) => ({ personId, bodyId, capacity, from, until });
