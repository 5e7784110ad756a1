import { Injectable } from '@nestjs/common';
import { type CourseCurrent, LocalFacts, LocalParagraphs, Reviews } from '@induct/course';
import { DataSource } from 'typeorm';
import type { DemoClock } from './demo-clock';

/** It moved to another number, and no module was built anew for it. */
const FACT = { key: 'it_service_desk', words: 'the IT service desk, on 01632 960 142 at any hour' };
const FACT_DAYS_AGO = 12;
/** The module that somebody has checked from end to end, and says something more in. */
const CHECKED = 'code-of-conduct';
const CHECKED_DAYS_AGO = 3;
const SAID = {
  screen: 'register',
  words: 'Democratic Services look through the register with every new member in their first month.',
};

/** What the council says in its modules itself, and has checked. */
@Injectable()
export class DemoFacts {
  constructor(
    private readonly facts: LocalFacts,
    private readonly paragraphs: LocalParagraphs,
    private readonly reviews: Reviews,
    private readonly source: DataSource,
  ) {}

  /** Once: what was said before stays. @param courses by the names of their folders, which are not their addresses */
  async tell(clock: DemoClock, officer: string, courses: ReadonlyMap<string, { courseId: string }>): Promise<void> {
    const known = (await this.facts.all()).find(({ key }) => key === FACT.key);
    if (known && !known.said)
      await clock.at(clock.daysAgo(FACT_DAYS_AGO, 10), () =>
        this.facts.say(FACT.key, { words: FACT.words, seen: undefined }, officer),
      );
    const slug = await this.slugOf(courses.get(CHECKED)!.courseId);
    const review = await this.reviews.of(slug);
    if (!review || review.answers.length > 0) return;
    const items = review.items.filter(({ asks }) => asks !== 'watch').map(({ id }) => id);
    const screens = await this.paragraphs.screens(slug);
    await clock.at(clock.daysAgo(CHECKED_DAYS_AGO, 15), async () => {
      if (items.length > 0) await this.reviews.confirm(slug, { items, seen: undefined }, officer);
      if (screens.some(({ id }) => id === SAID.screen))
        await this.paragraphs.say(slug, SAID.screen, { words: SAID.words, seen: undefined }, officer);
    });
  }

  private async slugOf(courseId: string): Promise<string> {
    const [row] = await this.source.query<Pick<CourseCurrent, 'slug'>[]>(
      'select slug from course_current where id = $1',
      [courseId],
    );
    return row!.slug;
  }
}
