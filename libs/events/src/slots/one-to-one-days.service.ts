import { Injectable } from '@nestjs/common';
import { type Day, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { emptyEvent } from '../programme/empty-event';
import { meet } from '../programme/parts';
import { HostHasTalks } from '../programme/programme.errors';
import { ProgrammeRepository } from '../programme/programme.repository';
import { Programme } from '../programme/programme.service';
import { type SlotPlan, slotsOf } from './slots';

/** A day on which people talk with one person at a time. */
export interface OneToOneDay extends SlotPlan {
  title: string;
  about: string;
  on: Day;
  place: string;
  /** Whom one talks with: each has an event of their own. */
  hosts: readonly string[];
}

/** Plans days of talks: each talk is a confirmed session of one place, so that nobody can have it twice. */
@Injectable()
export class OneToOneDays {
  constructor(
    private readonly source: DataSource,
    private readonly programme: Programme,
    private readonly rows: ProgrammeRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Everything or nothing.
   * @param by null: Induct itself
   * @returns slugs of the events, in the order of the hosts @throws TimeIsTwice, HostHasTalks
   */
  plan(day: OneToOneDay, by: string | null, inside?: EntityManager): Promise<string[]> {
    const act = async (tx: EntityManager) => {
      await this.noneHasTalksThen(tx, day);
      const slugs: string[] = [];
      for (const host of day.hosts) slugs.push(await this.planWith(host, day, by, tx));
      return slugs;
    };
    return inside ? act(inside) : this.transactions.run(act);
  }

  /** How many members are in office: so many talks are wanted. */
  async members(): Promise<number> {
    const [row] = await this.source.query<[{ members: number }]>(
      `select count(*)::int as members from role_held where role = 'member'`,
    );
    return row.members;
  }

  /** Nobody else plans that day meanwhile. @throws HostHasTalks */
  private async noneHasTalksThen(tx: EntityManager, day: OneToOneDay): Promise<void> {
    const planned = await this.rows.talksAlone(tx, day.on, day.hosts);
    const slots = slotsOf(day);
    const taken = planned.find((talk) => talk.state !== 'cancelled' && slots.some((slot) => meet(talk, slot)));
    if (taken) throw new HostHasTalks(taken.host, day.on);
  }

  private async planWith(host: string, day: OneToOneDay, by: string | null, tx: EntityManager): Promise<string> {
    const eventId = await this.programme.addEvent(
      {
        ...emptyEvent(`${day.title}: ${host}`),
        kind: 'one-to-one',
        about: day.about,
        facilitator: host,
        series: day.hosts.length > 1 ? day.title : null,
      },
      by,
      tx,
    );
    for (const { from, to } of slotsOf(day)) {
      const plan = {
        eventId,
        place: day.place,
        onlineUrl: null,
        districts: [],
        note: null,
        parts: [{ on: day.on, from, to, topics: [] }],
        pools: [{ seat: 'room' as const, audience: 'member' as const, places: 1, opensToAllOn: null }],
      };
      await this.programme.addSession(plan, 'confirmed', by, tx);
    }
    return (await this.programme.eventOf(eventId, tx)).slug;
  }
}
