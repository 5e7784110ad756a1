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

/** Something that is still to be met. */
export interface OpenObligation extends KeptObligation {
  mandate: AdoptedMandate;
}

/** What is asked of somebody, worked out just now. */
export interface Settled {
  /** Undefined for nobody, and for whoever has left. */
  person: Addressee | undefined;
  open: OpenObligation[];
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

  /** Makes, moves, meets and closes what is asked of a person. Done twice it changes nothing. */
  async settle(tx: EntityManager, personId: string, today: Day): Promise<Settled> {
    await this.marks.takeAlone(tx, personId);
    const mandates = await this.mandates.adopted(tx);
    if (mandates.length === 0) return { person: undefined, open: [] };
    const person = await this.facts.of(tx, personId);
    const kept = await this.obligations.ofPerson(tx, personId);
    const nobody = { personId, isActive: false, roles: [], terms: [], places: [] };
    const { add, move, close } = settled(mandates, person ?? nobody, kept, today);
    await this.obligations.close(tx, close, today);
    for (const one of move) await this.obligations.move(tx, one, today);
    await this.obligations.add(tx, personId, add, today);
    const changed = add.length + move.length + close.length > 0;
    const rows = changed ? await this.obligations.ofPerson(tx, personId) : kept;
    const asked = rows.filter((row) => row.metOn === null && row.closedOn === null);
    const open = asked.map((row) => ({ ...row, mandate: mandates.find(({ id }) => id === row.mandateId)! }));
    return { person: person?.isActive ? person : undefined, open: await this.meet(tx, personId, open, today) };
  }

  /** @returns what is not met */
  private async meet(
    tx: EntityManager,
    personId: string,
    open: readonly OpenObligation[],
    today: Day,
  ): Promise<OpenObligation[]> {
    if (open.length === 0) return [];
    const { evidence } = await this.evidence.heldBy(tx, personId);
    const awards = await this.facts.awards(tx, personId);
    const left: OpenObligation[] = [];
    for (const one of open) {
      const { requirementId, schemeId, anew } = one.mandate;
      const on = metOn({ requirementId, schemeId, anew, since: one.since }, { evidence, awards }, today);
      if (on === undefined) left.push(one);
      else await this.obligations.meet(tx, one.id, on);
    }
    return left;
  }
}
