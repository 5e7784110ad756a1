import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { CONFIG, type Config, type Day, daysLater } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { FirstStepRepository, type ShownStep } from '../first-weeks/first-step.repository';
import { happens } from '../first-weeks/rule-of';
import { type OwnTerm, OwnWeeksRepository } from './own-weeks.repository';
import { stepsOfTerm, WEEKS_LAST_DAYS } from './own-weeks.service';
import { type DaysBefore, reminderOf } from './reminder-rule';
import { StepReaders } from './step-readers.queries';
import { askedStep } from './step.letters';

/** A step that somebody is to be reminded of. */
interface ToSay {
  step: ShownStep;
  dueOn: Day;
  days: DaysBefore;
}

/** What whoever was elected lately has still to do, for their letter of the day: 14 and 3 days before, and on the day. */
@Injectable()
export class StepAsking implements AskingSource, OnModuleInit {
  readonly order = 15;
  readonly isMandatory = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly own: OwnWeeksRepository,
    private readonly steps: FirstStepRepository,
    private readonly readers: StepReaders,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  async waiting({ today, untilByWeekday, after, limit }: Look): Promise<AskedReader[]> {
    const terms = await this.own.termsSince(daysLater(today, -WEEKS_LAST_DAYS), today);
    if (terms.length === 0) return [];
    const readers = await this.readers.of(
      terms.map(({ personId }) => personId),
      today,
    );
    const asked = readers.filter(({ personId }) => personId > after);
    const toSay = await this.toSay(terms, await this.steps.shown(null));
    const waits = ({ personId, weekday }: (typeof readers)[number]): boolean => {
      const until = weekday === null ? today : untilByWeekday[weekday];
      return terms.some((term) => term.personId === personId && toSay(term, { today, until }).length > 0);
    };
    return asked.filter(waits).slice(0, limit);
  }

  async ask(tx: EntityManager, { personId }: AskedReader, when: { today: Day; until: Day }): Promise<Asked[]> {
    const term = await this.own.termOf(personId, when.today, tx);
    if (!term || term.poll < daysLater(when.today, -WEEKS_LAST_DAYS)) return [];
    const said = (await this.toSay([term], await this.steps.shown(null, tx), tx))(term, when);
    if (said.length === 0) return [];
    const { termId } = term;
    await this.own.remind(
      tx,
      said.map(({ step, days }) => ({ personId, termId, stepId: step.stepId, days, saidOn: when.today })),
    );
    return said.map(({ step, dueOn }) => askedStep(step, dueOn, `${this.config.SITE_ORIGIN}/first-weeks`));
  }

  /** What there is to say in each of those terms. */
  private async toSay(terms: readonly OwnTerm[], steps: readonly ShownStep[], tx?: EntityManager) {
    const ids = terms.map(({ termId }) => termId);
    const [done, reminded] = [await this.own.done(ids, tx), await this.own.reminded(ids, tx)];
    const key = (one: { termId: string; stepId: string }) => `${one.termId} ${one.stepId}`;
    const isDone = new Set(done.map(key));
    const saidOf = new Map<string, DaysBefore[]>();
    for (const one of reminded) saidOf.set(key(one), [...(saidOf.get(key(one)) ?? []), one.days]);
    return (term: OwnTerm, when: { today: Day; until: Day }): ToSay[] =>
      stepsOfTerm(term, steps).flatMap(({ step, due: [first] }) => {
        const about = key({ termId: term.termId, stepId: step.stepId });
        if (!first || happens(step) || isDone.has(about)) return [];
        const days = reminderOf(first.on, saidOf.get(about) ?? [], when);
        return days === undefined ? [] : [{ step, dueOn: first.on, days }];
      });
  }
}
