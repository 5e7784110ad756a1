import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Due, type DueItem } from './due.queries';
import { type KeptTopUp, TopUpRepository } from './top-up.repository';

/** Something new that is still to be shown beside an award, with what was said of it. */
export interface OpenTopUp {
  item: DueItem;
  kept: KeptTopUp;
}

/** Keeps who has still to show what is new beside an award, so that they are reminded and officers see what is overdue. */
@Injectable()
export class TopUps {
  constructor(
    private readonly topUps: TopUpRepository,
    private readonly due: Due,
  ) {}

  /**
   * Begins, ends and begins again what is asked of a person. Done twice it changes nothing. The caller has the person alone
   * (`MarksRepository.takeAlone`).
   * @returns what is open now, the earliest first
   */
  async settle(tx: EntityManager, personId: string, today: Day): Promise<OpenTopUp[]> {
    if (!(await this.topUps.mayBeAsked(tx, personId, today))) return [];
    const items = (await this.topUps.isHere(tx, personId)) ? await this.due.topUps(personId, tx) : [];
    const asked = new Set(items.map(({ id }) => id));
    const before = (await this.topUps.ofPerson(tx, personId)).filter(({ closedOn }) => closedOn === null);
    const open = new Set(before.map(({ schemeVersionId }) => schemeVersionId));
    const over = [...open].filter((id) => !asked.has(id));
    if (over.length > 0) await this.topUps.close(tx, personId, over, today);
    const begun = [...asked].filter((id) => !open.has(id));
    for (const id of begun) await this.topUps.ask(tx, personId, id, today);
    const kept = begun.length === 0 ? before : await this.topUps.ofPerson(tx, personId);
    return items.map((item) => ({ item, kept: kept.find(({ schemeVersionId }) => schemeVersionId === item.id)! }));
  }
}
