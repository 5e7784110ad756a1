import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { AuditTrail, Clock, CONFIG, type Config, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { emptyEvent } from '../programme/empty-event';
import type { EventEntity } from '../programme/event.entity';
import { EventNotFound } from '../programme/programme.errors';
import { ProgrammeRepository } from '../programme/programme.repository';
import { type DescribedEvent, Programme } from '../programme/programme.service';
import type { EventProposalEntity } from './event-proposal.entity';
import type { Answer } from './proposal-state';
import {
  AnswerNeedsWords,
  EventIsMissing,
  EventProposalNotFound,
  ProposalIsAnswered,
  TooManyProposals,
} from './proposal.errors';
import { answeredLetter } from './proposals.letters';
import { EventProposalRepository, type ProposalFilter, type ProposalRow } from './proposals.repository';

/** What somebody wants to see in the programme. */
export type NewProposal = Pick<EventProposalEntity, 'title' | 'why' | 'priority' | 'outcomes' | 'forWhom'>;

/** Of one person that wait for an answer. */
const MOST_WAITING = 10;

/** What people want to see in the programme, and what officers answer. */
@Injectable()
export class EventProposals {
  constructor(
    private readonly rows: EventProposalRepository,
    private readonly programme: Programme,
    private readonly events: ProgrammeRepository,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns its id @throws TooManyProposals */
  propose(proposal: NewProposal, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      if (proposal.forWhom === null && (await this.rows.waitingOf(tx, by)) >= MOST_WAITING)
        throw new TooManyProposals(MOST_WAITING);
      const row: EventProposalEntity = {
        ...proposal,
        id: this.ids.uuid(),
        proposedAt: this.clock.now(),
        proposedBy: by,
        state: 'new',
        reason: null,
        eventId: null,
        decidedAt: null,
        decidedBy: null,
      };
      await this.rows.add(tx, row);
      await this.record(tx, by, 'event-proposal.made', row.id, { title: row.title });
      return row.id;
    });
  }

  /** It becomes an event, which is described and planned next. @returns the event's address @throws EventProposalNotFound, ProposalIsAnswered */
  accept(id: string, { by, reason }: { by: string; reason: string | null }): Promise<string> {
    return this.transactions.run(async (tx) => {
      const proposal = await this.open(tx, id);
      const eventId = await this.programme.addEvent(described(proposal), by, tx);
      const event = (await this.events.findEvent(eventId, tx))!;
      await this.answer(tx, proposal, 'accepted', { by, reason, event });
      return event.slug;
    });
  }

  /** @throws EventProposalNotFound, ProposalIsAnswered, EventIsMissing, EventNotFound */
  merge(
    id: string,
    { by, reason, eventId }: { by: string; reason: string | null; eventId: string | null },
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const proposal = await this.open(tx, id);
      if (eventId === null) throw new EventIsMissing();
      const event = await this.events.findEvent(eventId, tx);
      if (!event) throw new EventNotFound();
      await this.answer(tx, proposal, 'merged', { by, reason, event });
    });
  }

  /** @throws EventProposalNotFound, ProposalIsAnswered, AnswerNeedsWords */
  decline(id: string, { by, reason }: { by: string; reason: string | null }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const proposal = await this.open(tx, id);
      if (reason === null) throw new AnswerNeedsWords();
      await this.answer(tx, proposal, 'declined', { by, reason, event: null });
    });
  }

  /** @throws EventProposalNotFound */
  async find(id: string): Promise<ProposalRow> {
    const row = await this.rows.find(id);
    if (!row) throw new EventProposalNotFound();
    return row;
  }

  /** The latest first. */
  page(
    filter: ProposalFilter,
    span: { limit: number; offset: number },
  ): Promise<{ rows: ProposalRow[]; total: number }> {
    return this.rows.page(filter, span);
  }

  private async open(tx: EntityManager, id: string): Promise<EventProposalEntity> {
    const proposal = await this.rows.locked(tx, id);
    if (!proposal) throw new EventProposalNotFound();
    if (proposal.state !== 'new') throw new ProposalIsAnswered();
    return proposal;
  }

  private async answer(
    tx: EntityManager,
    { id, title, proposedBy }: EventProposalEntity,
    state: Answer,
    { by, reason, event }: { by: string; reason: string | null; event: Pick<EventEntity, 'id' | 'title'> | null },
  ): Promise<void> {
    const answer = { state, reason, eventId: event?.id ?? null, decidedAt: this.clock.now(), decidedBy: by };
    await this.rows.answer(tx, id, answer);
    const person = await this.people.find(proposedBy, tx);
    if (person && !person.deactivatedAt)
      await this.outbox.post(tx, {
        once: ['event-proposal', id, 'answered'],
        recipient: person.email,
        letter: () =>
          answeredLetter(person.name, {
            title,
            answer: state,
            event: event?.title ?? '',
            reason,
            url: `${this.config.SITE_ORIGIN}/proposals`,
          }),
      });
    await this.record(tx, by, `event-proposal.${state}`, id, { title, event: event?.id ?? null, reason });
  }

  private async record(
    tx: EntityManager,
    by: string,
    action: string,
    id: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { actorId: by, action, subjectType: 'event-proposal', subjectId: id, detail });
  }
}

/** The event that it becomes. Why somebody wants it is for whoever plans, not for members. */
const described = ({ title, why, outcomes, forWhom }: EventProposalEntity): DescribedEvent => ({
  ...emptyEvent(title),
  note: `${forWhom ? `Proposed for ${forWhom}` : 'Proposed'}: ${why}`,
  outcomes,
});
