import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';

/** Whoever was ever recorded in a group, and the one they are in on a day. */
const GROUP_ON = (day: string) => `
  select p.id, (select b.name from membership m join body b on b.id = m.body_id
                 where m.person_id = p.id and b.kind = 'group' and m.superseded_at is null and m.during @> ${day}::date
                 limit 1) as name
    from person p
   where exists (select from membership m join body b on b.id = m.body_id where m.person_id = p.id and b.kind = 'group')`;

/**
 * `person.political_group` says in which group somebody is today. This is the only place where it follows the memberships:
 * when one of a group changes, when a group is renamed, and when a day begins on which one begins or ends.
 */
@Injectable()
export class GroupCopy {
  private followedOn?: string;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param personIds of whom something changed; left out: of everybody. @returns how many are in another group than was said */
  async follow(tx: EntityManager = this.source.manager, personIds?: readonly string[]): Promise<number> {
    const [, changed] = await tx.query<[unknown[], number]>(
      `update person p set political_group = g.name from (${GROUP_ON('$1')}) g
        where g.id = p.id and g.name is distinct from p.political_group and ($2::uuid[] is null or p.id = any($2))`,
      [dayInLondon(this.clock.now()), personIds ?? null],
    );
    return changed;
  }

  /** When a day begins, on which memberships may begin or end. Costs nothing on a day for which it was done. */
  async beginDay(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    if (this.followedOn === today) return;
    await this.follow();
    this.followedOn = today;
  }

  /** Whether the group of somebody comes from memberships, so that nobody types it. */
  async isKept(tx: EntityManager, personId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select 1 from membership m join body b on b.id = m.body_id where m.person_id = $1 and b.kind = 'group' limit 1`,
      [personId],
    );
    return rows.length > 0;
  }

  /** Of a group that has another name now. */
  async rename(tx: EntityManager, bodyId: string): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      'select distinct person_id as id from membership where body_id = $1 and superseded_at is null order by 1',
      [bodyId],
    );
    await this.follow(
      tx,
      rows.map(({ id }) => id),
    );
  }
}
