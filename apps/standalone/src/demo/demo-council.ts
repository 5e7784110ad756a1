import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { Transactions } from '@induct/platform';
import { Launching, Registrations, Tracking } from '@induct/progress';
import { type ShippedCourse, ShippedCourses } from '../shipped-courses';
import { type DemoPerson, MEMBERS, STAFF } from './council';
import type { DemoClock } from './demo-clock';
import { storyOf, type Visit } from './history';
import { sessionData } from './session-data';

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
/** When the module came out: before anybody's first visit. */
const PUBLISHED_DAYS_AGO = 190;

/**
 * Fills an empty council with invented people and a believable past, through the same services that everybody uses.
 * Each step looks first whether it was done, so that an interrupted start simply goes on.
 */
@Injectable()
export class DemoCouncil {
  constructor(
    private readonly people: PeopleService,
    private readonly shipped: ShippedCourses,
    private readonly launching: Launching,
    private readonly tracking: Tracking,
    private readonly registrations: Registrations,
    private readonly transactions: Transactions,
  ) {}

  async invite(): Promise<void> {
    if (await this.people.findByEmail(MEMBERS[0]!.email)) return;
    const everybody = [...MEMBERS, ...STAFF].map(({ politicalGroup: group, ...person }) => ({ ...person, group }));
    await this.transactions.run((tx) => this.people.add(tx, everybody, null));
  }

  async publishShippedCourses(clock: DemoClock): Promise<void> {
    clock.set(daysBefore(clock.today, PUBLISHED_DAYS_AGO, 9));
    const officer = await this.idOf(STAFF[0]!);
    for (const course of await this.shipped.catalogue()) await this.shipped.publish(course, officer);
  }

  /** @param tell is told how far it has come */
  async live(clock: DemoClock, tell: (how: string) => void): Promise<void> {
    const [course] = await this.shipped.catalogue();
    const courseId = await this.shipped.publish(course!, await this.idOf(STAFF[0]!));
    for (const [index, member] of MEMBERS.entries()) {
      tell(`member ${index + 1} of ${MEMBERS.length}`);
      const story = storyOf(index);
      if (story.length === 0) continue;
      const personId = await this.idOf(member);
      if ((await this.registrations.ofPerson(personId)).length > 0) continue;
      for (const [visits, visit] of story.entries()) {
        await this.visit(clock, visit, { personId, courseId, course: course!, before: story.slice(0, visits) });
      }
    }
  }

  private async visit(
    clock: DemoClock,
    visit: Visit,
    about: { personId: string; courseId: string; course: ShippedCourse; before: readonly Visit[] },
  ): Promise<void> {
    const { personId, courseId, course, before } = about;
    const opened = daysBefore(clock.today, visit.daysAgo, visit.hour);
    clock.set(opened);
    const { token } = await this.launching.open({ personId, courseId });
    clock.set(new Date(opened.getTime() + visit.minutes * MINUTE));
    const passed = before.some(({ score }) => (score ?? -1) >= course.passMark);
    const cmi = sessionData(visit, course.screens, course.passMark, passed);
    const answer = await this.tracking.commit(token, {
      seq: 1,
      sco: course.slug,
      run: 1,
      final: true,
      cmi: { ...cmi },
      shownMs: visit.minutes * MINUTE,
    });
    if (!answer.ok) throw new Error(`The demo's commit was refused: ${answer.error}`);
  }

  private async idOf(person: DemoPerson): Promise<string> {
    const found = await this.people.findByEmail(person.email);
    if (!found) throw new Error(`${person.email} is missing from the demo council`);
    return found.id;
  }
}

function daysBefore(today: Date, days: number, hour: number): Date {
  const date = new Date(today.getTime() - days * DAY);
  date.setUTCHours(hour, (days * 7) % 60, 0, 0);
  return date;
}
