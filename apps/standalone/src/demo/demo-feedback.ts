import { Injectable } from '@nestjs/common';
import {
  Answering,
  type Answers,
  askedFrom,
  Asking,
  closesOn,
  Evaluation,
  type FeedbackStage,
  Lessons,
  type PlannedSession,
  Programme,
  Registers,
  WhatWasSaid,
} from '@induct/events';
import { areLetterHours } from '@induct/letters';
import { type Day, dayInLondon, daysLater, momentInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { MEMBERS } from './stories/council';
import type { DemoClock } from './demo-clock';
import { CLOSED_STORIES, EVALUATED, LESSONS, OPEN_STORY, saidBy } from './stories/feedback-stories';

const WITH_BUTTONS = new Set(MEMBERS.filter(({ persona }) => persona).map(({ name }) => name));

/** What people said about sessions that they were at: of some it is shown, one is open, and what was changed stands with it. */
@Injectable()
export class DemoFeedback {
  constructor(
    private readonly programme: Programme,
    private readonly registers: Registers,
    private readonly asking: Asking,
    private readonly answering: Answering,
    private readonly said: WhatWasSaid,
    private readonly lessons: Lessons,
    private readonly evaluation: Evaluation,
    private readonly transactions: Transactions,
  ) {}

  /** Each session once. */
  async tell(clock: DemoClock): Promise<void> {
    await Promise.all([
      ...CLOSED_STORIES.map(async ({ slug, stages, changed }) => {
        const session = await this.delivered(slug);
        if (session) await this.close(clock, session, stages, changed);
      }),
      this.open(clock),
    ]);
    await this.evaluate(clock);
  }

  private async close(clock: DemoClock, session: PlannedSession, stages: readonly FeedbackStage[], changed: string) {
    const last = session.parts.at(-1)!.on;
    const people = await this.whoAnswers(session.id);
    await this.transactions.run(async (inside) => {
      for (const stage of stages) {
        const from = askedFrom(stage, last);
        const asked = await clock.at(momentInLondon(from, '09:00'), () =>
          this.asking.ask(session.id, stage, { byLetter: false, inside }),
        );
        if (asked === 0) return;
        await this.answer(clock, session.id, people, daysLater(from, 1), { stage, inside });
        await clock.at(momentInLondon(daysLater(closesOn(from), 1), '08:00'), async () => {
          await this.said.close(session.id, stage, inside);
          if (stage === 'after') await this.said.sayWhatChanged(session.id, changed, null, inside);
        });
      }
    });
  }

  /** Asked on the last working day: it can be answered today, whichever day that is. */
  private async open(clock: DemoClock): Promise<void> {
    const session = await this.delivered(OPEN_STORY.slug);
    if (!session) return;
    let day = daysLater(dayInLondon(clock.today), -1);
    while (!areLetterHours(momentInLondon(day, '09:00'))) day = daysLater(day, -1);
    const people = await this.whoAnswers(session.id);
    const early = people.slice(0, OPEN_STORY.answered);
    await this.transactions.run(async (inside) => {
      const asked = await clock.at(momentInLondon(day, '09:00'), () =>
        this.asking.ask(session.id, 'after', { inside }),
      );
      if (asked === 0) return;
      await this.answer(clock, session.id, early, day, { stage: 'after', inside });
      for (const lesson of LESSONS)
        await clock.at(momentInLondon(day, '14:00'), () => this.lessons.add(session.id, lesson, null, inside));
    });
  }

  private async evaluate(clock: DemoClock): Promise<void> {
    const { event } = await this.programme.event(EVALUATED.slug);
    if (await this.evaluation.ofEvent(event.id)) return;
    const { minute, ...stated } = EVALUATED.stated;
    const agreed = { on: dayInLondon(clock.daysAgo(25, 10)), minute };
    await clock.at(clock.daysAgo(30, 10), () => this.evaluation.state(event.id, { ...stated, agreed }, null));
  }

  private async answer(
    clock: DemoClock,
    sessionId: string,
    people: readonly string[],
    day: Day,
    { stage, inside }: { stage: FeedbackStage; inside: EntityManager },
  ): Promise<void> {
    for (const [nth, person] of people.entries()) {
      const answers: Answers = saidBy(nth, stage);
      await clock.at(momentInLondon(day, '12:30'), () => this.answering.answer(sessionId, person, answers, inside));
    }
  }

  /** Whoever was there and has no button: those have it before them still. */
  private async whoAnswers(sessionId: string): Promise<string[]> {
    const register = await this.registers.register(sessionId);
    const there = register.filter(({ marks }) => marks.some(({ value }) => value === 'present'));
    return there.filter(({ name }) => !WITH_BUTTONS.has(name)).map(({ id }) => id);
  }

  private async delivered(slug: string): Promise<PlannedSession | undefined> {
    const { sessions } = await this.programme.event(slug);
    return sessions.find(({ state, registerClosedAt }) => state === 'delivered' && registerClosedAt !== null);
  }
}
