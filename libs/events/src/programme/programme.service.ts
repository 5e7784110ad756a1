import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, type Day, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EventEntries } from './event-entries';
import type { EventEntity } from './event.entity';
import { changesWhatIsMarked, meet, mustFollow, namingAlso, type PlannedPart } from './parts';
import {
  AttendanceIsRecorded,
  EventNotFound,
  HostHasTalks,
  ReasonIsMissing,
  SessionCannotBecome,
  SessionIsOver,
  SessionNotFound,
  SessionWasChanged,
  SomebodyWasThere,
} from './programme.errors';
import { SessionChanged, type SessionDoing } from './programme.events';
import { type PlannedPool, type PlannedSession, ProgrammeRepository } from './programme.repository';
import type { SessionState } from './programme.words';
import { lacking, obstacles, type SessionHas } from './session-state';
import { slugOf } from './slug';
import { whatChanged } from './what-changed';

/** Where an event is added. */
const NO_SLUG = 'new';

/** An event, as somebody describes it. */
export interface DescribedEvent extends Omit<EventEntity, 'id' | 'slug' | 'ownTopic' | 'recordedAt' | 'recordedBy'> {
  /** Its address; made of the title when it is left out. */
  slug?: string;
  /** Planned outcomes, in their order. */
  outcomes: readonly string[];
}

/** A session, as somebody plans it. */
export interface SessionPlan {
  eventId: string | null;
  place: string | null;
  onlineUrl: string | null;
  districts: readonly string[];
  note: string | null;
  parts: readonly PlannedPart[];
  pools: readonly PlannedPool[];
}

/** What is planned: events and their sessions. */
@Injectable()
export class Programme {
  constructor(
    private readonly rows: ProgrammeRepository,
    private readonly entries: EventEntries,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param by null: Induct itself @returns its id @throws SlugIsTaken */
  addEvent({ outcomes, slug, ...said }: DescribedEvent, by: string | null, inside?: EntityManager): Promise<string> {
    return this.in(inside, async (tx) => {
      const taken = slug === undefined ? await this.rows.slugsLike(tx, slugOf(said.title, [])) : [];
      const event = {
        ...said,
        ...this.recorded(by),
        ownTopic: null,
        slug: slug ?? slugOf(said.title, [...taken, NO_SLUG]),
      };
      await this.rows.addEvent(tx, event);
      await this.rows.setOutcomes(tx, event.id, outcomes);
      await this.record(tx, by, 'event.added', ['event', event.id], { title: event.title, slug: event.slug });
      return event.id;
    });
  }

  /** @throws EventNotFound, SlugIsTaken */
  changeEvent(id: string, { outcomes, ...said }: DescribedEvent, by: string, inside?: EntityManager): Promise<void> {
    return this.in(inside, async (tx) => {
      const before = await this.rows.findEvent(id, tx);
      if (!before) throw new EventNotFound();
      await this.rows.updateEvent(tx, id, said);
      await this.rows.setOutcomes(tx, id, outcomes);
      await this.entries.keep(tx, id);
      if (before.title !== said.title) await this.changed(tx, await this.aloneWithAll(tx, id), ['title'], by);
      await this.record(tx, by, 'event.changed', ['event', id], { before: before.title, after: said.title });
    });
  }

  /** @returns its id @throws EventNotFound, SessionCannotBecome, TimesAreWrong, TimeIsTwice, HostHasTalks */
  addSession(plan: SessionPlan, state: SessionState, by: string | null, inside?: EntityManager): Promise<string> {
    return this.in(inside, async (tx) => {
      mustFollow(plan.parts);
      const missing = lacking(state, this.has(plan));
      if (missing.length > 0) throw new SessionCannotBecome('idea', state, missing);
      const { parts: planned, pools, districts, ...said } = plan;
      const parts = namingAlso(planned, await this.rows.ownTopicOf(tx, plan.eventId));
      const session = {
        ...said,
        ...this.recorded(by),
        districts: [...districts],
        state,
        cancelReason: null,
        registerClosedAt: null,
        registerClosedBy: null,
        revision: 1,
      };
      await this.hostIsFree(tx, { id: session.id, eventId: plan.eventId, parts }, state);
      await this.rows.addSession(tx, session);
      await this.rows.setParts(tx, session.id, parts);
      await this.rows.setPools(tx, session.id, pools);
      await this.entries.keep(tx, session.eventId);
      if (state === 'confirmed') await this.changed(tx, [session.id], ['confirmed'], by);
      await this.record(tx, by, 'session.added', ['session', session.id], { state, parts, pools });
      return session.id;
    });
  }

  /**
   * Another day, place or title. It stays in its state, and so has to have what that asks for.
   * @param revision of the session as whoever changes it has seen it
   * @throws SessionNotFound, SessionWasChanged, SessionIsOver, EventNotFound, SomebodyWasThere, AttendanceIsRecorded, SessionCannotBecome, TimesAreWrong, TimeIsTwice, PlacesAreTaken, HostHasTalks
   */
  changeSession(id: string, plan: SessionPlan, revision: number, by: string, inside?: EntityManager): Promise<void> {
    return this.in(inside, async (tx) => {
      mustFollow(plan.parts);
      const before = await this.locked(tx, id, revision);
      if (before.state === 'delivered' || before.state === 'cancelled') throw new SessionIsOver(before.state);
      const missing = lacking(before.state, this.has(plan));
      if (missing.length > 0) throw new SessionCannotBecome(before.state, before.state, missing);
      const { parts: planned, pools, districts, ...said } = plan;
      const parts = namingAlso(planned, await this.rows.ownTopicOf(tx, plan.eventId));
      // Where somebody was there, it was: it is not still to come.
      const today = dayInLondon(this.clock.now());
      const marked = await this.rows.markedParts(tx, id);
      const numbers = marked.map(({ number }) => number);
      if (changesWhatIsMarked(before.parts, parts, numbers)) throw new AttendanceIsRecorded();
      const there = marked.flatMap(({ number, wasAttended }) => (wasAttended && parts[number - 1]) || []);
      if (there.some(({ on }) => on > today)) throw new SomebodyWasThere();
      await this.hostIsFree(tx, { id, eventId: plan.eventId, parts }, before.state);
      const changes = whatChanged(before, plan);
      if (changes.includes('places')) await this.rows.releasePlaces(tx, id);
      await this.rows.updateSession(tx, id, { ...said, districts: [...districts], revision: revision + 1 });
      await this.rows.setParts(tx, id, parts);
      await this.rows.setPools(tx, id, pools);
      await this.entries.keep(tx, before.eventId, plan.eventId);
      await this.changed(tx, [id], changes, by);
      await this.record(tx, by, 'session.changed', ['session', id], { before: before.parts, after: parts, pools });
    });
  }

  /**
   * @param reason why it is cancelled; of other states nothing is said
   * @throws SessionNotFound, SessionWasChanged, SessionCannotBecome, SomebodyWasThere, ReasonIsMissing, HostHasTalks
   */
  setState(
    id: string,
    to: SessionState,
    { by, revision, reason }: { by: string | null; revision: number; reason?: string },
    inside?: EntityManager,
  ): Promise<void> {
    return this.in(inside, async (tx) => {
      const before = await this.locked(tx, id, revision);
      const missing = obstacles(before.state, to, this.has(before));
      if (missing.length > 0) throw new SessionCannotBecome(before.state, to, missing);
      const marked = await this.rows.markedParts(tx, id);
      if (to !== 'delivered' && marked.some(({ wasAttended }) => wasAttended)) throw new SomebodyWasThere();
      const cancelReason = to === 'cancelled' ? (reason?.trim() ?? '') : null;
      if (cancelReason === '') throw new ReasonIsMissing();
      await this.hostIsFree(tx, before, to);
      await this.rows.updateSession(tx, id, { state: to, cancelReason, revision: revision + 1 });
      await this.entries.keep(tx, before.eventId);
      await this.changed(tx, [id], doingOf(before.state, to), by);
      await this.record(tx, by, 'session.state-changed', ['session', id], {
        from: before.state,
        to,
        reason: cancelReason,
      });
    });
  }

  /** What is planned for those days, by its beginning. */
  between(first: Day, last: Day): Promise<PlannedSession[]> {
    return this.rows.between(first, last);
  }

  /** What is to have a day and has none yet. */
  withoutDay(): Promise<PlannedSession[]> {
    return this.rows.withoutDay();
  }

  /** @throws SessionNotFound */
  async session(id: string): Promise<PlannedSession> {
    const session = await this.rows.find(id);
    if (!session) throw new SessionNotFound();
    return session;
  }

  /** With its sessions, those without a day last. @throws EventNotFound */
  async event(slug: string): Promise<{ event: EventEntity; outcomes: string[]; sessions: PlannedSession[] }> {
    const event = await this.rows.eventBySlug(slug);
    if (!event) throw new EventNotFound();
    const [outcomes, sessions] = await Promise.all([this.rows.outcomes(event.id), this.rows.ofEvent(event.id)]);
    return { event, outcomes, sessions };
  }

  /** @throws EventNotFound */
  async eventOf(id: string, inside?: EntityManager): Promise<EventEntity> {
    const event = await this.rows.findEvent(id, inside);
    if (!event) throw new EventNotFound();
    return event;
  }

  /** Every event there is, by title. */
  events(): Promise<Pick<EventEntity, 'id' | 'slug' | 'title'>[]> {
    return this.rows.events();
  }

  private async locked(tx: EntityManager, id: string, revision: number): Promise<PlannedSession> {
    await this.rows.alone(tx, [id]);
    const session = await this.rows.find(id, tx);
    if (!session) throw new SessionNotFound();
    if (session.revision !== revision) throw new SessionWasChanged();
    return session;
  }

  /** All sessions of an event, and nobody else acts on them. */
  private async aloneWithAll(tx: EntityManager, eventId: string): Promise<string[]> {
    const ids = (await this.rows.ofEvent(eventId, tx)).map(({ id }) => id);
    await this.rows.alone(tx, ids);
    return ids;
  }

  private async changed(
    tx: EntityManager,
    ids: readonly string[],
    whats: readonly SessionDoing[],
    by: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    for (const id of ids)
      for (const what of whats) await this.announcements.announce(tx, new SessionChanged(id, what, at, by));
  }

  /** Of talks that take place a host has one at a time; what is only kept or planned may stand beside it. @throws HostHasTalks */
  private async hostIsFree(
    tx: EntityManager,
    { id, eventId, parts }: Pick<PlannedSession, 'id' | 'eventId'> & { parts: readonly PlannedPart[] },
    state: SessionState,
  ): Promise<void> {
    const event = state === 'confirmed' && eventId !== null ? await this.rows.findEvent(eventId, tx) : null;
    if (event?.kind !== 'one-to-one' || event.facilitator === null) return;
    for (const on of [...new Set(parts.map((part) => part.on))].toSorted()) {
      const others = (await this.rows.talksAlone(tx, on, [event.facilitator])).filter((talk) => talk.id !== id);
      const taken = others.some(
        (talk) => talk.state === 'confirmed' && parts.some((part) => part.on === on && meet(part, talk)),
      );
      if (taken) throw new HostHasTalks(event.facilitator, on);
    }
  }

  private has(
    plan: Pick<SessionPlan, 'eventId' | 'place' | 'onlineUrl' | 'parts'> & { endsAt?: Date | null },
  ): SessionHas {
    return {
      event: plan.eventId !== null,
      place: plan.place !== null || plan.onlineUrl !== null,
      times: plan.parts.length > 0 && plan.parts.every(({ to }) => to !== null),
      over: plan.endsAt ? plan.endsAt <= this.clock.now() : true,
    };
  }

  private in<T>(inside: EntityManager | undefined, act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return inside ? act(inside) : this.transactions.run(act);
  }

  private recorded(by: string | null) {
    return { id: this.ids.uuid(), recordedAt: this.clock.now(), recordedBy: by };
  }

  /** What Induct itself does for a demo council is not on record. */
  private async record(
    tx: EntityManager,
    by: string | null,
    action: string,
    [subjectType, subjectId]: ['event' | 'session', string],
    detail: Record<string, unknown>,
  ): Promise<void> {
    if (by !== null) await this.audit.record(tx, { actorId: by, action, subjectType, subjectId, detail });
  }
}

/** What those who come have to know of. */
function doingOf(from: SessionState, to: SessionState): SessionDoing[] {
  if (to === 'cancelled' || to === 'confirmed') return [to];
  return from === 'confirmed' && to === 'provisional' ? ['postponed'] : [];
}
