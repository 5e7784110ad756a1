import { Inject, Injectable } from '@nestjs/common';
import { Letter, nameInText, Outbox } from '@induct/letters';
import {
  AuditTrail,
  Clock,
  CONFIG,
  type Config,
  type Day,
  dayInLondon,
  daysLater,
  readerTimeAndDate,
  said,
  Transactions,
  w,
} from '@induct/platform';
import { FirstStepNotFound } from '../first-weeks/first-step.errors';
import { FirstStepRepository, type ShownStep } from '../first-weeks/first-step.repository';
import { ELECTED_STAGES } from '../first-weeks/first-step.words';
import { firstWeeks, type Reading } from '../first-weeks/first-weeks';
import { happens, ruleOf } from '../first-weeks/rule-of';
import { type OwnTerm, OwnWeeksRepository } from './own-weeks.repository';

/** First weeks last so many days after the poll: longer than anything in them. */
export const WEEKS_LAST_DAYS = 100;

/** A step of somebody’s own first weeks. */
export interface OwnStep {
  step: ShownStep;
  /** The earliest first; none: it has no day, or nobody has confirmed it. */
  due: Reading[];
  /** Null: they have not said that they did it. */
  doneAt: Date | null;
}

export interface OwnWeeks {
  term: OwnTerm;
  steps: OwnStep[];
}

/** What steps are due in a term. Members are no public: nothing is frozen for them. */
export function stepsOfTerm(term: OwnTerm, steps: readonly ShownStep[]): Omit<OwnStep, 'doneAt'>[] {
  const elected = steps.filter(({ stage }) => (ELECTED_STAGES as readonly string[]).includes(stage));
  return firstWeeks(term, elected, (step) => (step.isDayShown ? ruleOf(step) : null));
}

/** The first weeks of somebody who was elected: their own days, and what they say they have done. */
@Injectable()
export class OwnFirstWeeks {
  constructor(
    private readonly own: OwnWeeksRepository,
    private readonly steps: FirstStepRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns undefined when they have no term that is not over */
  async of(personId: string): Promise<OwnWeeks | undefined> {
    const term = await this.own.termOf(personId, this.today());
    return term && (await this.inTerm(term));
  }

  /** What somebody who was elected lately has to do next, of what has a day. */
  async next(personId: string): Promise<(OwnStep & { dueOn: Day }) | undefined> {
    const today = this.today();
    const term = await this.own.termOf(personId, today);
    if (!term || term.poll < daysLater(today, -WEEKS_LAST_DAYS)) return undefined;
    return (await this.inTerm(term)).steps
      .filter(({ step, doneAt }) => doneAt === null && !happens(step))
      .flatMap((one) => (one.due[0] ? [{ ...one, dueOn: one.due[0].on }] : []))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0];
  }

  /** They say that they did it, and get a letter that says so, once. @throws FirstStepNotFound */
  async done(personId: string, stepId: string): Promise<void> {
    const { term, step } = await this.find(personId, stepId);
    await this.transactions.run(async (tx) => {
      const doneAt = this.clock.now();
      if (!(await this.own.add(tx, { personId, stepId, termId: term.termId, doneAt }))) return;
      await this.record(tx, 'done', personId, stepId, term);
      const { name, email } = await this.own.reader(tx, personId);
      await this.outbox.post(tx, {
        once: ['step-done', stepId, term.termId],
        recipient: email,
        letter: () =>
          Letter.of({
            subject: w`You have done: ${step.title}`,
            name,
            parts: [
              w`At ${readerTimeAndDate(doneAt)} you told us that you have done this: ${nameInText(step.title)}.`,
              said(
                'This is your receipt for having said so. It does not say that a form has arrived: whoever takes the form says that.',
              ),
              { url: `${this.config.SITE_ORIGIN}/first-weeks`, text: said('What there is still to do'), named: true },
            ],
          }),
      });
    });
  }

  /** They have not done it after all. @throws FirstStepNotFound */
  async notDone(personId: string, stepId: string): Promise<void> {
    const { term } = await this.find(personId, stepId);
    await this.transactions.run(async (tx) => {
      await this.own.remove(tx, { personId, stepId, termId: term.termId });
      await this.record(tx, 'not-done', personId, stepId, term);
    });
  }

  private async inTerm(term: OwnTerm): Promise<OwnWeeks> {
    const [steps, done] = await Promise.all([this.steps.shown(null), this.own.done([term.termId])]);
    const doneAt = new Map(done.map((one) => [one.stepId, one.doneAt]));
    return {
      term,
      steps: stepsOfTerm(term, steps).map((one) => ({ ...one, doneAt: doneAt.get(one.step.stepId) ?? null })),
    };
  }

  private async find(personId: string, stepId: string): Promise<{ term: OwnTerm; step: ShownStep }> {
    const weeks = await this.of(personId);
    const found = weeks?.steps.find(({ step }) => step.stepId === stepId && !happens(step));
    if (!weeks || !found) throw new FirstStepNotFound();
    return { term: weeks.term, step: found.step };
  }

  private async record(
    tx: Parameters<AuditTrail['record']>[0],
    act: 'done' | 'not-done',
    personId: string,
    stepId: string,
    { termId }: OwnTerm,
  ): Promise<void> {
    const detail = { termId };
    await this.audit.record(tx, {
      actorId: personId,
      action: `first-step.${act}`,
      subjectType: 'first-step',
      subjectId: stepId,
      detail,
    });
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}
