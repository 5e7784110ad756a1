import { Injectable } from '@nestjs/common';
import { Bodies, Elections, lockPersons, Memberships, PeopleService, takesOffice, Terms } from '@induct/people';
import { type Day, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { MEMBERS, STAFF } from './stories/council';
import {
  BODIES,
  BY_ELECTION,
  CHANGED_GROUP,
  GROUPS,
  PLANNING_BEFORE,
  POLLS,
  pollsOf,
  SEATED_ON,
} from './stories/council-in-time';
import type { DemoClock } from './demo-clock';

const RECORDED_DAYS_AGO = 170;
const CORRECTED_DAYS_AGO = 40;

/** Gives the invented council its elections, terms, bodies and seats, by the services that officers use. */
@Injectable()
export class DemoSeats {
  constructor(
    private readonly people: PeopleService,
    private readonly elections: Elections,
    private readonly terms: Terms,
    private readonly bodies: Bodies,
    private readonly memberships: Memberships,
    private readonly transactions: Transactions,
  ) {}

  /** Once: all of it, or nothing. */
  async seat(clock: DemoClock): Promise<void> {
    if (await this.elections.on(POLLS[0], 'ordinary')) return;
    const ids = await this.ids();
    await this.transactions.run(async (tx) => {
      await lockPersons(tx, ids);
      const planning = await clock.at(clock.daysAgo(RECORDED_DAYS_AGO, 9), async () => {
        await this.elect(tx, ids);
        await this.joinGroups(tx, ids);
        return await this.seatBodies(tx, ids);
      });
      const correct = () => this.putRight(tx, planning);
      await clock.at(clock.daysAgo(CORRECTED_DAYS_AGO, 11), correct);
    });
  }

  /** Of MEMBERS, in their order. */
  private async ids(): Promise<string[]> {
    const { people } = await this.people.list({ role: 'member', limit: 2 * MEMBERS.length, offset: 0 });
    const byEmail = new Map(people.map(({ id, email }) => [email, id]));
    return MEMBERS.map(({ email }) => byEmail.get(email)!);
  }

  private async elect(tx: EntityManager, ids: readonly string[]): Promise<void> {
    for (const [at, heldOn] of POLLS.entries()) {
      const electionId = await this.elections.hold({ kind: 'ordinary', heldOn, by: null }, tx);
      const next = POLLS[at + 1];
      const until = next ? takesOffice(next) : null;
      const elected = [...ids.entries()]
        .filter(([member]) => pollsOf(member).includes(heldOn))
        .map(([member, personId]) => ({ personId, electionId, division: MEMBERS[member]!.division!, until, by: null }));
      await this.terms.electAll(elected, tx);
    }
    const { member, heldOn } = BY_ELECTION;
    const division = MEMBERS[member]!.division!;
    const electionId = await this.elections.hold({ kind: 'by_election', heldOn, division, by: null }, tx);
    const term = { personId: ids[member]!, electionId, division, until: takesOffice(POLLS[2]), by: null };
    await this.terms.elect(term, tx);
  }

  private async joinGroups(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const groups = new Map<string, string>();
    for (const { name } of GROUPS) {
      groups.set(name, await this.bodies.add({ kind: 'group', name, from: '2017-05-08', by: null }, tx));
    }
    const joined = [...ids.entries()].flatMap(([member, personId]) => {
      const group = MEMBERS[member]!.politicalGroup!;
      const capacity = GROUPS.some(({ leader }) => leader === member) ? ('chair' as const) : ('member' as const);
      const one = { personId, bodyId: groups.get(group)!, capacity, by: null };
      const from = inOfficeSince(member);
      if (member !== CHANGED_GROUP.member) return [{ ...one, from }];
      const { before, on } = CHANGED_GROUP;
      return [
        { ...one, bodyId: groups.get(before)!, from, until: on },
        { ...one, from: on },
      ];
    });
    await this.memberships.joinAll(joined, tx);
  }

  /** @returns a seat on the Planning Committee */
  private async seatBodies(tx: EntityManager, ids: readonly string[]): Promise<string> {
    let last = '';
    for (const { seats, laterRule, ...body } of BODIES) {
      const bodyId = await this.bodies.add({ ...body, by: null }, tx);
      if (laterRule) await this.bodies.rule({ ...laterRule, bodyId, by: null }, tx);
      const isPlanning = body.name === 'Planning Committee';
      if (isPlanning) {
        const { members, from, until } = PLANNING_BEFORE;
        const past = { bodyId, capacity: 'member' as const, from, until, by: null };
        await this.memberships.joinAll(
          members.map((member) => ({ ...past, personId: ids[member]! })),
          tx,
        );
      }
      const joined = seats.map(([member, capacity]) => ({
        personId: ids[member]!,
        bodyId,
        capacity,
        from: SEATED_ON,
        by: null,
      }));
      const seated = await this.memberships.joinAll(joined, tx);
      if (isPlanning) last = seated.at(-1)!;
    }
    return last;
  }

  /** An officer found a mistake: the first day of a substitute. */
  private async putRight(tx: EntityManager, membershipId: string): Promise<void> {
    const by = (await this.people.findByEmail(STAFF[0]!.email, tx))!.id;
    const right = { capacity: 'substitute', from: '2025-06-03', until: null } as const;
    const reason = 'Minutes of 3 June 2025: named at the second meeting';
    await this.memberships.correct({ ...right, membershipId, by, reason }, tx);
  }
}

/** @param member place in MEMBERS */
function inOfficeSince(member: number): Day {
  return takesOffice(member === BY_ELECTION.member ? BY_ELECTION.heldOn : pollsOf(member)[0]!);
}
