import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { Council, daysLater, dayInLondon, PageCounts, PageUseQueries, type Reader } from '@induct/platform';
import { DataSource } from 'typeorm';
import { STAFF } from './stories/council';
import type { DemoClock } from './demo-clock';
import { diceFor } from './stories/dice';

const NAMED_DAYS_AGO = 15;
const COUNTED_DAYS = 120;

/** How often on a usual working day, by kind of reader. */
const READ: readonly [route: string, Partial<Record<Reader, number>>][] = [
  ['/', { member: 40, tester: 6, officer: 3 }],
  ['/modules', { member: 26, tester: 3 }],
  ['/modules/:slug', { member: 31, tester: 4 }],
  ['/programme', { member: 14, tester: 2 }],
  ['/programme/:slug', { member: 11, tester: 2 }],
  ['/certificates', { member: 7, tester: 1 }],
  ['/verify/:number', { public: 5 }],
  ['/contact', { public: 3, member: 2 }],
  ['/candidates', { public: 4 }],
  ['/accessibility', { public: 0.2 }],
  ['/testing', { tester: 8, officer: 2 }],
  ['/admin', { officer: 12 }],
  ['/admin/progress', { officer: 6 }],
];

/** What the council calls itself in short, and how often its pages were read. */
@Injectable()
export class DemoWebsite {
  constructor(
    private readonly council: Council,
    private readonly people: PeopleService,
    private readonly use: PageUseQueries,
    private readonly source: DataSource,
  ) {}

  /** Once. */
  async tell(clock: DemoClock): Promise<void> {
    const today = dayInLondon(clock.today);
    if ((await this.use.days(daysLater(today, -COUNTED_DAYS), today)).length > 0) return;
    const { id: by } = (await this.people.findByEmail(STAFF[0]!.email))!;
    const { revision, said } = await this.council.latest(this.source.manager);
    const change = { said: { ...said, shortName: 'Northmoor' }, basedOn: revision, by };
    await clock.at(clock.daysAgo(NAMED_DAYS_AGO, 10), () => this.council.change(change));
    const dice = diceFor('how often pages are read');
    for (let ago = COUNTED_DAYS; ago > 0; ago -= 1) await this.count(clock, ago, dice);
  }

  private async count(clock: DemoClock, ago: number, dice: () => number): Promise<void> {
    const counts = new PageCounts(this.source, clock);
    const at = clock.daysAgo(ago, 12);
    const quiet = at.getUTCDay() % 6 === 0 ? 0.25 : 1;
    await clock.at(at, async () => {
      for (const [route, readers] of READ)
        for (const [reader, usual] of Object.entries(readers))
          for (let times = Math.round(usual * quiet * (0.5 + dice())); times > 0; times -= 1)
            counts.add(route, reader as Reader);
      await counts.work();
    });
  }
}
