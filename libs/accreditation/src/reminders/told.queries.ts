import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { type Day, daysLater, Settings } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Reader } from '../mandates/ladder';
import type { MandateEntity } from '../mandates/mandate.entity';
import type { ObligationEntity } from '../mandates/obligation.entity';
import type { ReminderEntity } from '../mandates/reminder.entity';

/** Key of the setting: who hears of what is overdue. */
const TOLD = 'mandates.told';
const Told = z
  .object({ officers: z.array(z.uuid()).default([]), monitoringOfficers: z.array(z.uuid()).default([]) })
  .catch({ officers: [], monitoringOfficers: [] });

/** Key of the setting: the Monday of the last week in which champions were told, or there was nothing to tell. */
const WEEK = 'mandates.champions-week';

/** Who hears of what is overdue; nobody chosen: every officer. */
export type ToldSetting = z.infer<typeof Told>;

/** Something that is overdue, and that a reader has still to be told of. */
export type Untold = Pick<ReminderEntity, 'obligationId' | 'step' | 'reader'> &
  Pick<ObligationEntity, 'personId' | 'dueOn'> &
  Pick<MandateEntity, 'title'> & { name: PersonCurrent['name']; group: PersonCurrent['politicalGroup'] };

/** Somebody who is told, with their group. */
export type ToldReader = Pick<PersonCurrent, 'id' | 'name' | 'email'> & {
  group: PersonCurrent['politicalGroup'];
  /** Whether the list of what is overdue opens for them: not for whoever is an administrator only. */
  seesList: boolean;
};

/** What is to be told to those above the person, and who they are. */
@Injectable()
export class ToldQueries {
  constructor(private readonly settings: Settings) {}

  async setting(tx?: EntityManager): Promise<ToldSetting> {
    return Told.parse(await this.settings.find(TOLD, tx));
  }

  async set(tx: EntityManager, told: ToldSetting, at: Date): Promise<void> {
    await this.settings.set(tx, TOLD, told, at);
  }

  /** Until the end of the transaction nobody else gathers what is told today. @returns whether that was done before */
  async gatherAlone(tx: EntityManager, today: Day): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('mandates told', 0))`);
    const rows = await tx.query<unknown[]>(`select from reminder where reader <> 'person' and told_on = $1 limit 1`, [
      today,
    ]);
    return rows.length > 0;
  }

  /** @returns whether it is the first time in this week (from Monday) that somebody asks */
  async beginWeek(tx: EntityManager, today: Day, at: Date): Promise<boolean> {
    const monday = daysLater(today, -((new Date(today).getUTCDay() + 6) % 7));
    if ((await this.settings.find(WEEK, tx)) === monday) return false;
    await this.settings.set(tx, WEEK, monday, at);
    return true;
  }

  /** Of people who are still there; by name. */
  untold(tx: EntityManager): Promise<Untold[]> {
    return tx.query<Untold[]>(
      `select r.obligation_id as "obligationId", r.step, r.reader, o.person_id as "personId", o.due_on::text as "dueOn",
              m.title, p.name, p.political_group as "group"
         from reminder r
         join obligation o on o.id = r.obligation_id
         join mandate m on m.id = o.mandate_id
         join person_current p on p.id = o.person_id
        where r.told_on is null and o.met_on is null and o.closed_on is null and p.is_active
        order by p.name_folded, p.name, p.id, o.due_on, m.title`,
    );
  }

  async told(tx: EntityManager, untold: readonly Untold[], on: Day): Promise<void> {
    await tx.query(
      `update reminder r set told_on = $1
         from unnest($2::uuid[], $3::smallint[], $4::text[]) as given (id, step, reader)
        where r.obligation_id = given.id and r.step = given.step and r.reader = given.reader`,
      [on, untold.map((one) => one.obligationId), untold.map(({ step }) => step), untold.map(({ reader }) => reader)],
    );
  }

  /** @param chosen empty: everybody with the role; whoever has left, or no longer works at the desk, is told nothing */
  readers(tx: EntityManager, reader: Exclude<Reader, 'person'>, chosen: readonly string[] = []): Promise<ToldReader[]> {
    return tx.query<ToldReader[]>(
      `select p.id, p.name, p.email, p.political_group as "group",
              exists (select from role_held r where r.person_id = p.id and r.role in ('officer', 'champion')) as "seesList"
         from person_current p
        where p.is_active and exists (select from role_held r where r.person_id = p.id and r.role = any($1))
          and (cardinality($2::uuid[]) = 0 or p.id = any($2)) order by p.id`,
      [chosen.length > 0 ? ['officer', 'administrator'] : [ROLE_OF[reader]], chosen],
    );
  }
}

const ROLE_OF = { champion: 'champion', officer: 'officer', monitoring_officer: 'officer' } as const;
