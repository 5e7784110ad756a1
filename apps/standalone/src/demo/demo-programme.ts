import { Injectable } from '@nestjs/common';
import { type DescribedEvent, emptyEvent, FixedDates, Programme, type SessionPlan } from '@induct/events';
import { Bodies } from '@induct/people';
import { type Day, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { DemoClock } from './demo-clock';
import { type ProgrammeDay, programmeDays } from './stories/programme-days';
import { type EventStory, PROGRAMME_STORIES, type SessionStory } from './stories/programme-stories';

/** When the year was planned. */
const PLANNED_DAYS_AGO = 175;

/** A year of the programme: what was, what can be booked, what is not settled yet. */
@Injectable()
export class DemoProgramme {
  constructor(
    private readonly programme: Programme,
    private readonly dates: FixedDates,
    private readonly bodies: Bodies,
    private readonly transactions: Transactions,
  ) {}

  /** Once, and as a whole. */
  async tell(clock: DemoClock): Promise<void> {
    if ((await this.programme.events()).length > 0) return;
    const days = programmeDays(dayInLondon(clock.today));
    const bodies = new Map((await this.bodies.all()).map(({ name, id }) => [name, id]));
    await clock.at(clock.daysAgo(PLANNED_DAYS_AGO, 10), () =>
      this.transactions.run(async (tx) => {
        await this.fix(days, tx);
        for (const { on, sessions, ...event } of PROGRAMME_STORIES) {
          const bodyId = (on && bodies.get(on)) ?? null;
          const eventId = await this.programme.addEvent(described(event, bodyId), null, tx);
          for (const session of sessions) await this.plan(eventId, session, days, tx);
        }
        for (const on of ['keptFreeBeforePoll', 'keptFree'] as const)
          await this.plan(null, { on, state: 'hold' }, days, tx);
      }),
    );
  }

  private async fix(days: Record<ProgrammeDay, Day>, tx: EntityManager): Promise<void> {
    for (const on of [days.councilBefore, days.council])
      await this.dates.add({ on, kind: 'meeting', title: 'Full council' }, null, tx);
    const poll = { on: days.poll, kind: 'poll', title: 'By-election in Harbour ward' } as const;
    await this.dates.add(poll, null, tx);
  }

  private async plan(
    eventId: string | null,
    { on, state, parts = [], place, online, pools = [] }: SessionStory,
    days: Record<ProgrammeDay, Day>,
    tx: EntityManager,
  ): Promise<void> {
    const isHold = eventId === null;
    const plan: SessionPlan = {
      eventId,
      place: place === 'Online' ? null : (place ?? null),
      onlineUrl: online ? 'https://meet.northmoor.example/members' : null,
      districts: [],
      note: isHold ? 'For a briefing that a director asks for' : null,
      parts: on
        ? (isHold ? ([[null, null, []]] as const) : parts).map(([from, to, topics]) => ({
            on: days[on],
            from,
            to,
            topics,
          }))
        : [],
      pools,
    };
    await this.programme.addSession(plan, state, null, tx);
  }
}

const described = ({ title, ...said }: Omit<EventStory, 'on' | 'sessions'>, bodyId: string | null): DescribedEvent => ({
  ...emptyEvent(title),
  audience: bodyId ? 'body' : 'everyone',
  ...said,
  bodyId,
});
