import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type WhatIsAsked, type BodyTraining, BodyTrainingRepository } from './body-training.repository';
import { mustBeAskable, mustBeBodies } from './choices';
import { NotAskedAnyMore } from './sitting.errors';

export interface NewBodyTraining {
  bodyId: string;
  what: Pick<WhatIsAsked, 'id' | 'kind'>;
  /** The first day of sitting on which it is asked. */
  from: Day;
  /** Null: Induct itself, for a demo council. */
  by: string | null;
}

/** What bodies ask of whoever sits on them. */
@Injectable()
export class BodyTrainings {
  constructor(
    private readonly repository: BodyTrainingRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  all(): Promise<BodyTraining[]> {
    return this.repository.all();
  }

  askable(): Promise<WhatIsAsked[]> {
    return this.repository.askable();
  }

  /** @param inside the transaction it belongs to, if any @returns its id @throws AskedAlready, ChoiceIsGone */
  ask({ bodyId, what, from, by }: NewBodyTraining, inside?: EntityManager): Promise<string> {
    const asked = {
      requirementId: what.kind === 'requirement' ? what.id : null,
      schemeId: what.kind === 'scheme' ? what.id : null,
    };
    const work = async (tx: EntityManager) => {
      await mustBeBodies(tx, [bodyId], 'body');
      await mustBeAskable(tx, asked);
      const id = this.ids.uuid();
      await this.repository.add(tx, {
        id,
        bodyId,
        ...asked,
        during: `[${from},)`,
        recordedBy: by,
        recordedAt: this.clock.now(),
      });
      await this.record(tx, by, 'body-training.asked', bodyId, { ...what, from });
      return id;
    };
    return inside ? work(inside) : this.transactions.run(work);
  }

  /** From that day on it is not asked; what was asked before stays. @throws NotAskedAnyMore */
  async askNoMore(id: string, { on, by }: { on: Day; by: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const asked = await this.repository.lock(tx, id);
      if (!asked) throw new NotAskedAnyMore();
      const at = this.clock.now();
      const from = asked.during.slice(1, 11);
      await this.repository.supersede(tx, id, by, at);
      if (from < on) {
        const { supersededAt: _at, supersededBy: _by, ...said } = asked;
        const row = { ...said, id: this.ids.uuid(), during: `[${from},${on})`, recordedAt: at, recordedBy: by };
        await this.repository.add(tx, row);
      }
      await this.record(tx, by, 'body-training.ended', asked.bodyId, { on });
    });
  }

  private async record(
    tx: EntityManager,
    actorId: string | null,
    action: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ) {
    await this.audit.record(tx, { actorId, action, subjectType: 'body', subjectId, detail });
  }
}
