import { Injectable } from '@nestjs/common';
import { CouncilContacts, PeopleService } from '@induct/people';
import { Transactions } from '@induct/platform';
import { Registrations } from '@induct/progress';
import pLimit from 'p-limit';
import { type ShippedCourse, ShippedCourses } from './shipped-courses';
import { CHAMPIONS, CONTACT, type DemoPerson, MEMBERS, PERSONAS, STAFF, STEERING_GROUP } from './stories/council';
import { DemoClaims } from './demo-claims';
import { DemoMarks } from './demo-marks';
import { DemoMandates } from './demo-mandates';
import type { DemoClock } from './demo-clock';
import { DemoIssuing } from './demo-issuing';
import { DemoLearning } from './demo-learning';
import { DemoMembersImport } from './demo-members-import';
import { DemoProgrammeImport } from './demo-programme-import';
import { DemoRefresher } from './demo-refresher';
import { DemoSchemes } from './demo-schemes';
import { DemoFindings } from './demo-findings';
import { type DemoGroup, DemoSteeringGroup } from './demo-steering-group';
import { DemoFacts } from './demo-facts';
import { DemoPath } from './demo-path';
import { DemoTasters } from './demo-tasters';
import { programmeOf } from './stories/history';

/** Since when everybody has their roles: nobody's is new when the first module is tested. */
const THERE_SINCE_DAYS_AGO = 400;
/** When the first module was tested: all are out before anybody's first visit. */
const TESTED_DAYS_AGO = 205;
/** How many people's pasts are recorded at once: their commits are then written together. */
const AT_ONCE = 16;
/** The module that a new councillor takes first. */
const FIRST_MODULE = 'code-of-conduct';
/** Places in MEMBERS of who were taught personal safety a year ago and have begun nothing here; the first has a button. */
const TAUGHT = [CHAMPIONS[0]!, 14, 25];
/** Places in MEMBERS: on the Pensions Committee, and ready for it; the first has a button. */
const KNOW_PENSIONS = [PERSONAS.certified.member, 65];
/** Whoever has begun nothing, whichever modules there are. */
const isIdle = (member: number) => programmeOf(member, [{ slug: FIRST_MODULE, minutes: 15 }]).length === 0;

/**
 * Fills an empty council with invented people and a believable past, through the same services that everybody uses.
 * Each step looks first whether it was done, so that an interrupted start simply goes on.
 */
@Injectable()
export class DemoCouncil {
  constructor(
    private readonly people: PeopleService,
    private readonly contacts: CouncilContacts,
    private readonly shipped: ShippedCourses,
    private readonly steering: DemoSteeringGroup,
    private readonly findings: DemoFindings,
    private readonly learning: DemoLearning,
    private readonly claims: DemoClaims,
    private readonly issuing: DemoIssuing,
    private readonly marks: DemoMarks,
    private readonly mandates: DemoMandates,
    private readonly schemes: DemoSchemes,
    private readonly path: DemoPath,
    private readonly tasters: DemoTasters,
    private readonly facts: DemoFacts,
    private readonly refresher: DemoRefresher,
    private readonly membersImport: DemoMembersImport,
    private readonly programmeImport: DemoProgrammeImport,
    private readonly registrations: Registrations,
    private readonly transactions: Transactions,
  ) {}

  async invite(clock: DemoClock): Promise<void> {
    if (!(await this.people.findByEmail(MEMBERS[0]!.email))) {
      const confirmsFrom = clock.daysAgo(THERE_SINCE_DAYS_AGO, 9);
      const everybody = [...MEMBERS, ...STAFF].map(({ politicalGroup: group, ...person }) => ({
        ...person,
        group,
        confirmsFrom,
      }));
      await this.transactions.run((tx) => this.people.add(tx, everybody, null));
    }
    if ((await this.contacts.now()).email === '') await this.contacts.set(CONTACT, await this.idOf(STAFF[0]!));
  }

  /** Imports the shipped courses, has the steering group test each, and publishes it. */
  async publishShippedCourses(clock: DemoClock, tell: (how: string) => void): Promise<void> {
    const catalogue = await this.shipped.catalogue();
    const officer = await this.idOf(STAFF[0]!);
    const group = await Promise.all(STEERING_GROUP.map((member) => this.idOf(MEMBERS[member]!)));
    for (const [at, course] of catalogue.entries()) {
      tell(`${at + 1} of ${catalogue.length}`);
      // Each a little after the one before: members see them in this order.
      const tested = clock.daysAgo(TESTED_DAYS_AGO - Math.floor(at / 2), 9, at);
      const version = await clock.at(tested, () => this.shipped.import(course, officer));
      if (version.published) continue;
      const testers = [0, 2, 5].map((turn) => group[(at + turn) % group.length]!);
      const people: DemoGroup = { officer, testers };
      await this.steering.testAndPublish(clock, tested, version.versionId, course, people);
    }
  }

  /** The steering group at work today: on the last of the modules that not everybody needs. */
  async testNow(clock: DemoClock): Promise<void> {
    const catalogue = await this.shipped.catalogue();
    const course = catalogue.findLast(({ core }) => !core) ?? catalogue.at(-1)!;
    const testers = await Promise.all(STEERING_GROUP.slice(0, 4).map((member) => this.idOf(MEMBERS[member]!)));
    await this.findings.openRound(clock, course, {
      officer: await this.idOf(STAFF[0]!),
      testers: testers.toReversed(),
    });
  }

  /** @param tell is told how far it has come */
  async live(clock: DemoClock, tell: (how: string) => void): Promise<void> {
    const officer = await this.idOf(STAFF[0]!);
    const courses = new Map<string, ShippedCourse & { courseId: string }>();
    for (const course of await this.shipped.catalogue()) {
      const { courseId } = await this.shipped.import(course, officer);
      courses.set(course.slug, { ...course, courseId });
    }
    const core = [...courses.values()]
      .filter((course) => course.core)
      .toSorted((a, b) => Number(b.slug === FIRST_MODULE) - Number(a.slug === FIRST_MODULE));
    await this.marks.tell(clock, [officer, await this.idOf(STAFF[1]!)]);
    const told = { members: 0 };
    await pLimit(AT_ONCE).map(MEMBERS.keys(), async (member) => {
      await this.tellStory(clock, member, core);
      tell(`member ${++told.members} of ${MEMBERS.length}`);
    });
    const claimant = await this.idOf(MEMBERS[PERSONAS.halfWay.member]!);
    await this.claims.tell(clock, { member: claimant, officers: [officer, await this.idOf(STAFF[1]!)] });
    const certified = [...MEMBERS.keys()].filter((member) => isCertified(member, core));
    await this.schemes.tell(clock, {
      officers: [officer, await this.idOf(STAFF[1]!)],
      certified: await Promise.all(
        [...new Set([PERSONAS.certified.member, ...certified])]
          .slice(0, 3)
          .map((member) => this.idOf(MEMBERS[member]!)),
      ),
      planning: courses.get('planning-committee')!,
      safety: courses.get('constituents-and-safety')!,
    });
    await this.refresher.tell(clock, {
      officers: [officer, await this.idOf(STAFF[1]!)],
      courseId: courses.get('constituents-and-safety')!.courseId,
      holders: await Promise.all(TAUGHT.map((member) => this.idOf(MEMBERS[member]!))),
    });
    await this.membersImport.tell(clock, officer);
    await this.programmeImport.tell(clock, officer);
    await this.knowPensions(clock, courses.get('pension-fund')!);
    const path = await this.path.tell(clock, {
      officers: [officer, await this.idOf(STAFF[1]!)],
      courseId: courses.get('commissioning')!.courseId,
    });
    await this.mandates.tell(clock, courses, path);
    await this.tasters.tell(clock, officer, courses);
    await this.facts.tell(clock, officer, courses);
    const people = await this.whoIssues(officer);
    await this.issuing.tell(clock, people);
    await this.marks.showName(clock, people.leftAlone);
  }

  /** Some of the Pensions Committee have done its module; the others are asked for it. */
  private async knowPensions(clock: DemoClock, course: ShippedCourse & { courseId: string }): Promise<void> {
    for (const [nth, member] of KNOW_PENSIONS.entries()) {
      const personId = await this.idOf(MEMBERS[member]!);
      const begun = await this.registrations.ofPerson(personId);
      if (begun.some(({ courseId }) => courseId === course.courseId)) continue;
      const visit = { daysAgo: 30 + 4 * nth, hour: 18, reached: 1, score: 90, minutes: course.minutes };
      await this.learning.visit(clock, visit, { personId, courseId: course.courseId, course, before: [] });
    }
  }

  /** One of those who have begun nothing is given a certificate by hand. Whoever has a button is left alone. */
  private async whoIssues(officer: string) {
    const buttons = [...Object.values(PERSONAS).map(({ member }) => member), ...STEERING_GROUP, ...CHAMPIONS];
    const idle = [...MEMBERS.keys()].findLast((member) => isIdle(member) && !buttons.includes(member))!;
    return {
      officer,
      second: await this.idOf(STAFF[1]!),
      newcomer: await this.idOf(MEMBERS[idle]!),
      leftAlone: await Promise.all(buttons.map((member) => this.idOf(MEMBERS[member]!))),
    };
  }

  private async tellStory(
    clock: DemoClock,
    member: number,
    core: readonly (ShippedCourse & { courseId: string })[],
  ): Promise<void> {
    const stories = programmeOf(member, core);
    if (stories.length === 0) return;
    const personId = await this.idOf(MEMBERS[member]!);
    const begun = await this.registrations.ofPerson(personId);
    for (const { slug, visits } of stories) {
      const course = core.find((one) => one.slug === slug)!;
      if (begun.some(({ courseId }) => courseId === course.courseId)) continue;
      for (const [at, visit] of visits.entries()) {
        const about = { personId, courseId: course.courseId, course, before: visits.slice(0, at) };
        await this.learning.visit(clock, visit, about);
      }
    }
  }

  private async idOf(person: DemoPerson): Promise<string> {
    const found = await this.people.findByEmail(person.email);
    if (!found) throw new Error(`${person.email} is missing from the demo council`);
    return found.id;
  }
}

/** Whoever has completed every core module. */
function isCertified(member: number, core: readonly ShippedCourse[]): boolean {
  const programme = programmeOf(member, core);
  const hasAll = programme.length === core.length;
  return hasAll && programme.every(({ visits }) => visits.some(({ score }) => (score ?? 0) >= 80));
}
