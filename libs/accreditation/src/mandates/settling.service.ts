import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembershipsChanged, PersonShutOut } from '@induct/people';
import { Announcements, type Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { type AdoptedMandate, MandateRepository } from './mandate.repository';
import { MarksRepository } from './marks.repository';
import { metOn } from './met-on';
import { type KeptObligation, ObligationRepository } from './obligation.repository';
import { type Addressee, PersonFactsQueries } from './person-facts.queries';
import { settled } from './settled';

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
  ) {}

  onModuleInit(): void {
    this.announcements.on(MembershipsChanged, (tx, { personIds }) => this.marks.mark(tx, personIds));
    // Their roles are others now, or they have left or come back.
    this.announcements.on(PersonShutOut, (tx, { personId }) => this.marks.mark(tx, [personId]));
  }

  /**
   * Makes, moves, meets and closes what is asked of a person. What was met is met first: whoever completes something and leaves on
   * the same day has completed it. Done twice it changes nothing.
   */
  async settle(tx: EntityManager, personId: string, today: Day): Promise<Settled> {
    await this.marks.takeAlone(tx, personId);
    const mandates = await this.mandates.adopted(tx);
    if (mandates.length === 0) return { person: undefined, open: [] };
    const person = await this.facts.of(tx, personId);
    const kept = await this.meet(tx, personId, await this.kept(tx, personId, mandates), today);
    const nobody = { personId, isActive: false, roles: [], terms: [], places: [] };
    const { add, move, close } = settled(mandates, person ?? nobody, kept, today);
    await this.obligations.close(tx, close, today);
    for (const one of move) await this.obligations.move(tx, one, today);
    await this.obligations.add(tx, personId, add, today);
    const isChanged = add.length + move.length + close.length > 0;
    const rows = isChanged ? await this.meet(tx, personId, await this.kept(tx, personId, mandates), today) : kept;
    return { person: person?.isActive ? person : undefined, open: rows.filter(isOpen) };
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
    personId: string,
    rows: readonly AskedObligation[],
    today: Day,
  ): Promise<readonly AskedObligation[]> {
    if (!rows.some(isOpen)) return rows;
    const { evidence } = await this.evidence.heldBy(tx, personId, today);
    const awards = await this.facts.awards(tx, personId);
    const seen: AskedObligation[] = [];
    for (const one of rows) {
      const { requirementId, schemeId, anew } = one.mandate;
      const toMeet = { requirementId, schemeId, anew, since: one.since };
      const on = isOpen(one) ? metOn(toMeet, { evidence, awards }, today) : undefined;
      if (on !== undefined) await this.obligations.meet(tx, one.id, on);
      seen.push(on === undefined ? one : { ...one, metOn: on });
    }
    return seen;
  }
}

const isOpen = ({ metOn: met, closedOn }: AskedObligation): boolean => met === null && closedOn === null;
