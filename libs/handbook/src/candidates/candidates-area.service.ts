import { Injectable } from '@nestjs/common';
import { FixedDates } from '@induct/events';
import { Clock, type Day, dayInLondon, daysLater, momentInLondon } from '@induct/platform';
import { ElectionDaysRepository } from '../first-weeks/election-days.repository';
import { FirstStepRepository, type ShownStep } from '../first-weeks/first-step.repository';
import { type Freeze, FREEZE_WITHIN_DAYS, freezeOn } from './freeze';

/** So far ahead the next poll is looked for: a council is elected for four years. */
const NEXT_WITHIN_DAYS = 1500;

/** What candidates are shown today. */
export interface CandidatesArea {
  steps: ShownStep[];
  /** Null: nothing is frozen. */
  freeze: Freeze | null;
  /** The next poll, or today's; null: none is known. */
  nextPoll: Day | null;
  today: Day;
}

/** What people without an account read who stand for election. */
@Injectable()
export class CandidatesAreas {
  constructor(
    private readonly steps: FirstStepRepository,
    private readonly elections: ElectionDaysRepository,
    private readonly dates: FixedDates,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<CandidatesArea> {
    const today = dayInLondon(this.clock.now());
    const polls = await this.polls(daysLater(today, -FREEZE_WITHIN_DAYS), daysLater(today, NEXT_WITHIN_DAYS));
    const freeze = freezeOn(today, polls);
    const steps = await this.steps.shown(freeze && momentInLondon(freeze.from, '00:00'));
    return { steps, freeze, nextPoll: polls.find((poll) => poll >= today) ?? null, today };
  }

  /** Whether what is changed today waits for a poll. */
  async freeze(): Promise<Freeze | null> {
    const today = dayInLondon(this.clock.now());
    const polls = await this.polls(daysLater(today, -FREEZE_WITHIN_DAYS), daysLater(today, FREEZE_WITHIN_DAYS));
    return freezeOn(today, polls);
  }

  /** The earliest first. A poll to come is a fixed date of the programme, or an election that is on record already. */
  private async polls(first: Day, last: Day): Promise<Day[]> {
    const [recorded, fixed] = await Promise.all([this.elections.polls(first, last), this.dates.between(first, last)]);
    const planned = fixed.filter(({ kind }) => kind === 'poll').map(({ on }) => on);
    return [...new Set([...recorded, ...planned])].toSorted();
  }
}
