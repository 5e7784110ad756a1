import { Injectable } from '@nestjs/common';
import {
  Adopting,
  CORE_SKILLS,
  Drafts,
  type DraftTerms,
  SchemeQueries,
  Outcomes,
  Simulations,
} from '@induct/accreditation';
import { dayInLondon, daysLater } from '@induct/platform';
import type { ShippedCourse } from './shipped-courses';
import type { DemoClock } from './demo-clock';
import { DemoLearning } from './demo-learning';
import { DemoTemplates } from './demo-templates';

/** Days ago: when the scheme was adopted, and when each of a few members took its module; the first since it is in two languages. */
const ADOPTED = 40;
const TAKEN = [15, 26, 21];
/** Days from now: the new version of Core skills, and until when its holders show what is new. */
const NEXT = 60;
const TOP_UP = 180;

type Course = ShippedCourse & { courseId: string };

interface Told {
  /** Two officers: one proposes, the other adopts. */
  officers: [string, string];
  /** Members who have the award of Core skills. */
  certified: readonly string[];
  /** What a planning committee needs, and what everybody is to need. */
  planning: Course;
  safety: Course;
}

/** Planning, a scheme above Core skills, is adopted and has a few holders; a new version of Core skills is drafted and worked out. */
@Injectable()
export class DemoSchemes {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly drafts: Drafts,
    private readonly simulations: Simulations,
    private readonly adopting: Adopting,
    private readonly outcomes: Outcomes,
    private readonly learning: DemoLearning,
    private readonly templates: DemoTemplates,
  ) {}

  async tell(clock: DemoClock, told: Told): Promise<void> {
    await this.draftCore(clock, told);
    if ((await this.queries.bySlug('planning'))?.versions.some(({ state }) => state === 'adopted')) return;
    await clock.at(clock.daysAgo(ADOPTED, 10), () => this.adoptPlanning(clock, told));
    await this.templates.inTwoLanguages(clock);
    for (const [at, personId] of told.certified.slice(0, TAKEN.length).entries()) {
      const about = { personId, courseId: told.planning.courseId, course: told.planning, before: [] };
      const visit = { daysAgo: TAKEN[at]!, hour: 19, reached: 1, score: 90, minutes: told.planning.minutes };
      await this.learning.visit(clock, visit, about);
    }
  }

  private async adoptPlanning(clock: DemoClock, { officers, planning }: Told): Promise<void> {
    const need = await this.drafts.needOf(planning.courseId);
    const rule = { all: [{ award: CORE_SKILLS }, { need }] };
    const scheme = { name: 'Planning', slug: 'planning' };
    await this.adopt(clock, scheme, { validityMonths: 24, renewalOpensMonths: 3, rule }, officers);
  }

  /** A first version that is in effect from the day on which it is adopted. @returns the scheme */
  async adopt(
    clock: DemoClock,
    { name, slug }: { name: string; slug: string },
    terms: Partial<DraftTerms>,
    [proposer, adopter]: [string, string],
  ): Promise<string> {
    const known = await this.queries.bySlug(slug);
    if (!known) await this.drafts.beginScheme(name, proposer);
    const { id } = (await this.queries.bySlug(slug))!;
    await this.drafts.save(id, { ...TERMS, effectiveFrom: dayInLondon(clock.now()), ...terms });
    const simulation = await this.workedOut(id, proposer);
    await this.adopting.propose(id, simulation, proposer);
    await this.adopting.adopt(id, simulation, adopter);
    await this.outcomes.settleDue();
    return id;
  }

  private async draftCore(clock: DemoClock, { officers: [ruth], safety }: Told): Promise<void> {
    if ((await this.queries.bySlug('core-skills'))!.versions.some(({ state }) => state !== 'adopted')) return;
    const today = dayInLondon(clock.now());
    await this.drafts.beginVersion(CORE_SKILLS, ruth);
    const rule = { all: [{ core: true as const }, { need: await this.drafts.needOf(safety.courseId) }] };
    const days = { effectiveFrom: daysLater(today, NEXT), topUpBy: daysLater(today, TOP_UP) };
    await this.drafts.save(CORE_SKILLS, { ...TERMS, ...days, forHolders: 'top_up', rule });
    await this.workedOut(CORE_SKILLS, ruth);
  }

  private async workedOut(schemeId: string, by: string): Promise<string> {
    const simulation = await this.simulations.ask(schemeId, by);
    while (await this.simulations.workOutNext());
    return simulation;
  }
}

const TERMS: DraftTerms = {
  effectiveFrom: null,
  validityMonths: 48,
  renewalOpensMonths: 6,
  graceDays: 30,
  forHolders: 'keep',
  topUpBy: null,
  rule: { core: true },
};
