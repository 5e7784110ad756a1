import { Injectable } from '@nestjs/common';
import { ElectionDays, FirstSteps } from '@induct/handbook';
import { Elections, PeopleService, takesOffice } from '@induct/people';
import { daysLater } from '@induct/platform';
import { MEMBERS, STAFF } from './stories/council';
import { BY_ELECTION, POLLS } from './stories/council-in-time';
import type { DemoClock } from './demo-clock';

const [WRITTEN_DAYS_AGO, CONFIRMED_DAYS_AGO] = [150, 148];
/** One day that nobody has held against the law yet: the public is told to ask. */
const WAITS = 'Have your election expenses returned';
/** More steps than a council has. */
const ALL = { limit: 100, offset: 0 };

/** What candidates read, and by when: written by one officer, confirmed by another, and the days of past elections. */
@Injectable()
export class DemoFirstSteps {
  constructor(
    private readonly steps: FirstSteps,
    private readonly days: ElectionDays,
    private readonly elections: Elections,
    private readonly people: PeopleService,
  ) {}

  /** Once. */
  async tell(clock: DemoClock): Promise<void> {
    if ((await this.steps.page(ALL)).total > 0) return;
    const [writes, confirms] = await Promise.all(STAFF.slice(0, 2).map(({ email }) => this.idOf(email)));
    await clock.at(clock.daysAgo(WRITTEN_DAYS_AGO, 9), () => this.steps.addUsual(writes!));
    const { rows } = await this.steps.page(ALL);
    for (const { stepId, number, law, anchor, title } of rows) {
      if (law === null || anchor === null || title === WAITS) continue;
      const confirm = () => this.steps.confirm(stepId, { seen: number, by: confirms! });
      await clock.at(clock.daysAgo(CONFIRMED_DAYS_AGO, 14), confirm);
    }
    for (const poll of POLLS) await this.count(clock, await this.elections.on(poll, 'ordinary'), poll, writes!);
    const { heldOn, member } = BY_ELECTION;
    const filled = await this.elections.on(heldOn, 'by_election', MEMBERS[member]!.division!);
    await this.count(clock, filled, heldOn, writes!);
  }

  /** Counted in the night, and declared in the morning. */
  private async count(clock: DemoClock, electionId: string | undefined, poll: string, by: string): Promise<void> {
    const days = { declared: daysLater(poll, 1), office: takesOffice(poll), by };
    await clock.at(clock.daysAgo(WRITTEN_DAYS_AGO, 10), () => this.days.record(electionId!, days));
  }

  private async idOf(email: string): Promise<string> {
    return (await this.people.findByEmail(email))!.id;
  }
}
