import { Injectable } from '@nestjs/common';
import { NAME_IS_FOUND, nameSearch, type PersonCurrent } from '@induct/people';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ObligationEntity } from '../mandates/obligation.entity';
import type { GroupNudgeEntity } from './group-nudge.entity';

/** How far somebody of a group is with what is asked. Completion only: neither scores nor what was tried or is planned. */
export interface GroupRow {
  personId: PersonCurrent['id'];
  name: PersonCurrent['name'];
  met: number;
  open: number;
  overdue: number;
  /** The earliest day by which something open is to be met. */
  dueOn: ObligationEntity['dueOn'] | null;
  nudgedOn: GroupNudgeEntity['nudgedOn'] | null;
}

/** A group as a whole. */
export interface GroupTotals {
  people: number;
  /** Who have met all that is asked of them, and are asked something. */
  complete: number;
  overdue: number;
}

/** Which of them are wanted. */
export interface GroupFilter {
  show: '' | 'open' | 'overdue';
  /** Part of a name. */
  q: string;
}

/**
 * How each active person ($2: only this one) of a group ($1) stands on a day ($3). What was asked for an earlier term or seat
 * counts no longer once the same is asked again.
 */
const STANDING = `
  asked as (
    select distinct on (o.person_id, o.mandate_id) o.person_id, o.due_on, o.met_on
      from obligation o join mandate m on m.id = o.mandate_id
      join person_current p on p.id = o.person_id
     where p.political_group = $1 and ($2::uuid is null or p.id = $2) and o.closed_on is null and m.ended_at is null
     order by o.person_id, o.mandate_id, o.since desc),
  standing as (
    select p.id, p.name, p.name_folded,
           count(*) filter (where a.met_on is not null)::int as met,
           count(*) filter (where a.due_on is not null and a.met_on is null)::int as open,
           count(*) filter (where a.met_on is null and a.due_on < $3)::int as overdue,
           (min(a.due_on) filter (where a.met_on is null))::text as due_on,
           (select max(n.nudged_on)::text from group_nudge n where n.person_id = p.id) as nudged_on
      from person_current p left join asked a on a.person_id = p.id
     where p.political_group = $1 and ($2::uuid is null or p.id = $2) and p.is_active
     group by p.id, p.name, p.name_folded)`;

const ROW = `s.id as "personId", s.name, s.met, s.open, s.overdue, s.due_on as "dueOn", s.nudged_on as "nudgedOn"`;

/** How the people of a political group stand, for its champion. */
@Injectable()
export class GroupStandings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By when the first thing is due, then those of whom nothing is open. @param group its name */
  async page(
    group: string,
    { show, q }: GroupFilter,
    limit: number,
    offset: number,
  ): Promise<{ rows: GroupRow[]; total: number }> {
    const rows = await this.source.query<(GroupRow & { total: number })[]>(
      `with ${STANDING}
       select ${ROW}, (count(*) over ())::int as total
         from standing s
        where case $4::text when 'open' then s.open > 0 when 'overdue' then s.overdue > 0 else true end
          and ($5 = '' or ${NAME_IS_FOUND('s.name_folded', '$6')})
        order by s.due_on nulls last, s.name_folded, s.name, s.id
        limit $7 offset $8`,
      [group, null, this.today(), show, q, nameSearch(q) ?? [], limit, offset],
    );
    return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async totals(group: string): Promise<GroupTotals> {
    const [totals] = await this.source.query<[GroupTotals]>(
      `with ${STANDING}
       select count(*)::int as people, (count(*) filter (where open = 0 and met > 0))::int as complete,
              (count(*) filter (where overdue > 0))::int as overdue
         from standing`,
      [group, null, this.today()],
    );
    return totals;
  }

  /** Somebody of that group; undefined: nobody of it. */
  async one(tx: EntityManager, group: string, personId: string): Promise<GroupRow | undefined> {
    const [row] = await tx.query<GroupRow[]>(`with ${STANDING} select ${ROW} from standing s`, [
      group,
      personId,
      this.today(),
    ]);
    return row;
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}
