import { Injectable } from '@nestjs/common';
import { Courses, Tasters } from '@induct/course';
import type { DemoClock } from './demo-clock';

/** Modules that anybody may try: no core skills, and no scheme or mandate asks for them. */
const TASTERS = ['council-procedure', 'scrutiny'];
const SINCE_DAYS_AGO = 90;

/** What people may try who think of standing for the council. */
@Injectable()
export class DemoTasters {
  constructor(
    private readonly courses: Courses,
    private readonly tasters: Tasters,
  ) {}

  /** Those that there are. Once: what is one already stays as it is. */
  async tell(clock: DemoClock, officer: string): Promise<void> {
    for (const slug of TASTERS) {
      const course = await this.courses.publishedBySlug(slug);
      if (course) await clock.at(clock.daysAgo(SINCE_DAYS_AGO, 10), () => this.tasters.begin(course.id, officer));
    }
  }
}
