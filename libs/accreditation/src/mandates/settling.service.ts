import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembershipsChanged, PersonShutOut } from '@induct/people';
import { Announcements, type Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { type AdoptedMandate, MandateRepository } from './mandate.repository';
import { MarksRepository } from './marks.repository';
import { isLost, metOn, type ToMeet } from './met-on';
import { type KeptObligation, ObligationRepository } from './obligation.repository';
import { type Addressee, PersonFactsQueries } from './person-facts.queries';
import { settled } from './settled';
import { TopUps } from './top-ups.service';

/** Something that was asked, with who asks it. */
export interface AskedObligation extends KeptObligation {
  mandate: AdoptedMandate;
}

/** What is asked of somebody, worked out just now. */
export interface Settled {
  /** Undefined for nobody, and for whoever has left. */
  person: Addressee | undefined;
  open: AskedObligation[];
}

/** Works out what is asked of people: who is marked waits for nothing, and is settled by the worker, one by one. */
@Injectable()
export class Settling implements OnModuleInit {
  constructor(
    private readonly announcements: Announcements,
    private readonly mandates: MandateRepository,
    private readonly obligations: ObligationRepository,
    private readonly marks: MarksRepository,
    private readonly facts: PersonFactsQueries,
    private readonly evidence: EvidenceRepository,
    private readonly topUps: TopUps,
  ) {}

  onModuleInit(): void {
    this.announcements.on(MembershipsChanged, (tx, { personIds }) => this.marks.mark(tx, personIds));
    // Their roles are others now, or they have left or come back.
    this.announcements.on(PersonShutOut, (tx, { personId }) => this.marks.mark(tx, [personId]));
  }

  /**
   * Makes, moves, meets, closes and asks again what is asked of a person. What was met is met first: whoever completes something
   * and leaves on the same day has completed it. Done twice it changes nothing.
   */
  async settle(tx: EntityManager, personId: string, today: Day): Promise<Settled> {
    await this.marks.takeAlone(tx, personId);
    await this.topUps.settle(tx, personId, today);
    const mandates = await this.mandates.adopted(tx);
    if (mandates.length === 0) return { person: undefined, open: [] };
    const person = await this.facts.of(tx, personId);
    const has = await this.has(tx, personId, today);
    const kept = await this.meet(tx, await this.kept(tx, personId, mandates), has, today);
    const nobody = { personId, isActive: false, roles: [], terms: [], places: [] };
    const lost = kept.filter((one) => one.metOn !== null && isLost(toMeet(one), has, today)).map(({ id }) => id);
    const changes = settled(mandates, person ?? nobody, kept, today, new Set(lost));
    const { add, move, close, again } = changes;
    await this.obligations.close(tx, close, today);
    for (const one of move) await this.obligations.move(tx, one, today);
    for (const one of again) await this.obligations.askAgain(tx, one, today);
    await this.obligations.add(tx, personId, add, today);
    const isChanged = Object.values(changes).some(({ length }) => length > 0);
    const rows = isChanged ? await this.meet(tx, await this.kept(tx, personId, mandates), has, today) : kept;
    return { person: person?.isActive ? person : undefined, open: rows.filter(isOpen) };
  }

  /** What counts for a person now, towards what is asked. */
  private async has(tx: EntityManager, personId: string, today: Day): Promise<Has> {
    const { evidence } = await this.evidence.heldBy(tx, personId, today);
    return { evidence, awards: await this.facts.awards(tx, personId) };
  }

  private async kept(
    tx: EntityManager,
    personId: string,
    mandates: readonly AdoptedMandate[],
  ): Promise<AskedObligation[]> {
    const rows = await this.obligations.ofPerson(tx, personId);
    return rows.map((row) => ({ ...row, mandate: mandates.find(({ id }) => id === row.mandateId)! }));
  }

  /** @returns all of them, with the day on which they were met */
  private async meet(
    tx: EntityManager,
    rows: readonly AskedObligation[],
    has: Has,
    today: Day,
  ): Promise<readonly AskedObligation[]> {
    const seen: AskedObligation[] = [];
    for (const one of rows) {
      const on = isOpen(one) ? metOn(toMeet(one), has, today) : undefined;
      if (on !== undefined) await this.obligations.meet(tx, one.id, on);
      seen.push(on === undefined ? one : { ...one, metOn: on });
    }
    return seen;
  }
}

type Has = Parameters<typeof metOn>[1];

const toMeet = ({ since, mandate: { requirementId, schemeId, anew } }: AskedObligation): ToMeet => ({
  requirementId,
  schemeId,
  anew,
  since,
});
const isOpen = ({ metOn: met, closedOn }: AskedObligation): boolean => met === null && closedOn === null;
