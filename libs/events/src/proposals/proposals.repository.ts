import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager } from 'typeorm';
import type { EventEntity } from '../programme/event.entity';
import { EventProposalEntity } from './event-proposal.entity';
import type { ProposalState } from './proposal-state';

/** A proposal with the names that go with it. */
export interface ProposalRow extends Omit<EventProposalEntity, 'decidedBy' | 'eventId'> {
  proposedByName: PersonCurrent['name'];
  decidedByName: PersonCurrent['name'] | null;
  /** What it became, or is part of. */
  eventSlug: EventEntity['slug'] | null;
  eventTitle: EventEntity['title'] | null;
  /** Members may read of it: it has a session that they are told of. */
  isTold: boolean;
}

/** Which of them; nothing given: all. */
export interface ProposalFilter {
  state: ProposalState | '';
  /** Only theirs. */
  by?: string;
}

const ROW = `
  select o.id, o.title, o.why, o.priority, o.outcomes, o.for_whom as "forWhom", o.proposed_at as "proposedAt",
         o.proposed_by as "proposedBy", o.state, o.reason, o.decided_at as "decidedAt",
         p.name as "proposedByName", d.name as "decidedByName", e.slug as "eventSlug", e.title as "eventTitle",
         exists (select from session_standing s where s.event_id = o.event_id
            and s.state in ('provisional', 'confirmed', 'delivered', 'cancelled')) as "isTold"
    from event_proposal o join person_current p on p.id = o.proposed_by
    left join person_current d on d.id = o.decided_by left join programme_event e on e.id = o.event_id`;
const FOUND = `($1 = '' or o.state = $1) and ($2::uuid is null or o.proposed_by = $2)`;

/** How many there are. */
interface Counted {
  total: number;
}

@Injectable()
export class EventProposalRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, proposal: EventProposalEntity): Promise<void> {
    await tx.insert(EventProposalEntity, proposal);
  }

  async answer(tx: EntityManager, id: string, answer: Partial<EventProposalEntity>): Promise<void> {
    await tx.update(EventProposalEntity, id, answer);
  }

  /** Until the end of the transaction nobody else answers it. */
  locked(tx: EntityManager, id: string): Promise<EventProposalEntity | null> {
    return tx.findOne(EventProposalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** How many of somebody's wait for an answer. Whoever sends two at once waits here for themselves. */
  async waitingOf(tx: EntityManager, personId: string): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('proposals of ' || $1::uuid, 0))`, [personId]);
    return tx.countBy(EventProposalEntity, { proposedBy: personId, state: 'new' });
  }

  async find(id: string): Promise<ProposalRow | undefined> {
    const [row] = await this.source.query<ProposalRow[]>(`${ROW} where o.id = $1`, [id]);
    return row;
  }

  /** The latest first. */
  async page(
    { state, by }: ProposalFilter,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: ProposalRow[]; total: number }> {
    const [rows, counted] = await Promise.all([
      this.source.query<ProposalRow[]>(`${ROW} where ${FOUND} order by o.proposed_at desc, o.id limit $3 offset $4`, [
        state,
        by ?? null,
        limit,
        offset,
      ]),
      this.source.query<Counted[]>(`select count(*)::int as total from event_proposal o where ${FOUND}`, [
        state,
        by ?? null,
      ]),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }
}
