import { Injectable } from '@nestjs/common';
import { Ids, type Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Rung } from './ladder';
import { ObligationEntity } from './obligation.entity';
import { ReminderEntity } from './reminder.entity';
import type { Wanted } from './occasions';

/** What was asked of somebody, with the rungs that were reached. */
export interface KeptObligation extends Omit<ObligationEntity, 'personId'> {
  said: Pick<Rung, 'step' | 'reader'>[];
}

@Injectable()
export class ObligationRepository {
  constructor(private readonly ids: Ids) {}

  ofPerson(tx: EntityManager, personId: string): Promise<KeptObligation[]> {
    return tx.query<KeptObligation[]>(
      `select o.id, o.mandate_id as "mandateId", o.since::text, o.due_on::text as "dueOn", o.made_on::text as "madeOn",
              o.met_on::text as "metOn", o.closed_on::text as "closedOn", o.ask_on::text as "askOn", o.next_on::text as "nextOn",
              o.again_on::text as "againOn",
              coalesce((select json_agg(json_build_object('step', r.step, 'reader', r.reader))
                 from reminder r where r.obligation_id = o.id), '[]') as said
         from obligation o where o.person_id = $1 order by o.due_on, o.id`,
      [personId],
    );
  }

  async add(tx: EntityManager, personId: string, wanted: readonly Wanted[], madeOn: Day): Promise<void> {
    if (wanted.length === 0) return;
    // Today is when it is looked at first; the ladder says then when the next time is.
    const rows = wanted.map((one) => ({
      ...one,
      id: this.ids.uuid(),
      personId,
      madeOn,
      askOn: madeOn,
      nextOn: madeOn,
    }));
    await tx.insert(ObligationEntity, rows);
  }

  /** Asked for another day, or again. Rungs that lie ahead once more may be climbed once more. */
  async move(tx: EntityManager, { id, since, dueOn }: Wanted & { id: string }, madeOn: Day): Promise<void> {
    await tx.update(ObligationEntity, id, { since, dueOn, madeOn, closedOn: null, askOn: madeOn, nextOn: madeOn });
    await tx.query('delete from reminder where obligation_id = $1 and $2::date + step > $3::date', [id, dueOn, madeOn]);
  }

  async close(tx: EntityManager, ids: readonly string[], on: Day): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('update obligation set closed_on = $2, ask_on = null, next_on = null where id = any($1)', [ids, on]);
    await this.forget(tx, ids);
  }

  async meet(tx: EntityManager, id: string, on: Day): Promise<void> {
    await tx.query('update obligation set met_on = $2, ask_on = null, next_on = null where id = $1', [id, on]);
    await this.forget(tx, [id]);
  }

  /** What had met it counts no more. The ladder is climbed anew, from its first rung. */
  async askAgain(tx: EntityManager, { id, dueOn }: { id: string; dueOn: Day }, on: Day): Promise<void> {
    await tx.update(ObligationEntity, id, { metOn: null, againOn: on, dueOn, madeOn: on, askOn: on, nextOn: on });
    await tx.query('delete from reminder where obligation_id = $1', [id]);
  }

  /** When there is something to say next: to the person, or to those above. */
  async lookAgain(
    tx: EntityManager,
    id: string,
    next: Partial<Pick<ObligationEntity, 'askOn' | 'nextOn'>>,
  ): Promise<void> {
    await tx.update(ObligationEntity, id, next);
  }

  /** Once each. */
  async reach(
    tx: EntityManager,
    obligationId: string,
    rungs: readonly Pick<Rung, 'step' | 'reader'>[],
    on: Day,
  ): Promise<void> {
    const rows = rungs.map((rung) => ({
      ...rung,
      obligationId,
      reachedOn: on,
      // Of the person the letter is written in the same breath; for everybody else one letter a day gathers them.
      toldOn: rung.reader === 'person' ? on : null,
    }));
    await tx.createQueryBuilder().insert().into(ReminderEntity).values(rows).orIgnore().execute();
  }

  /** Whether there is something to say to a person until that day. */
  async isToAsk(tx: EntityManager, personId: string, until: Day): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from obligation where person_id = $1 and ask_on <= $2 and met_on is null and closed_on is null limit 1`,
      [personId, until],
    );
    return rows.length > 0;
  }

  /** Nobody is told of what is met or asked no longer. */
  private async forget(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('delete from reminder where obligation_id = any($1) and told_on is null', [ids]);
  }
}
