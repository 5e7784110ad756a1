import { Injectable } from '@nestjs/common';
import { Tasters } from '@induct/course';
import type { DemoClock } from './demo-clock';

/** Modules that anybody may try: no core skills, and no scheme or mandate asks for them. */
const TASTERS = ['council-procedure', 'financial-reports'];
const SINCE_DAYS_AGO = 90;

/** What people may try who think of standing for the council. */
@Injectable()
export class DemoTasters {
  constructor(private readonly tasters: Tasters) {}

  /**
   * Once: what is one already stays as it is.
   * @param courses by the names of their folders, which are not their addresses
   */
  async tell(clock: DemoClock, officer: string, courses: ReadonlyMap<string, { courseId: string }>): Promise<void> {
    for (const name of TASTERS) {
      const { courseId } = courses.get(name)!;
      await clock.at(clock.daysAgo(SINCE_DAYS_AGO, 10), () => this.tasters.begin(courseId, officer));
    }
  }
}
