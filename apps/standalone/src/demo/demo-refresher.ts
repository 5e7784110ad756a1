import { Injectable } from '@nestjs/common';
import {
  Adopting,
  Certificates,
  Drafts,
  type DraftTerms,
  IssuingByHand,
  Outcomes,
  SchemeQueries,
  Simulations,
} from '@induct/accreditation';
import { type Day, dayInLondon } from '@induct/platform';
import type { DemoClock } from './demo-clock';
import { daysBetween } from './stories/demo-days';
import { HELD, REFRESHER, refresherDays } from './stories/refresher-days';

interface Told {
  /** Two officers: one proposes, the other adopts and confirms. */
  officers: readonly [string, string];
  /** What the refresher asks for. */
  courseId: string;
  /** In the order of HELD. */
  holders: readonly string[];
}

/**
 * A scheme of one year. It was taught in a room before there was a module of it, so two officers issued its certificates: one
 * runs out this month, one has run out and can be renewed without a gap, one has lapsed.
 */
@Injectable()
export class DemoRefresher {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly drafts: Drafts,
    private readonly simulations: Simulations,
    private readonly adopting: Adopting,
    private readonly outcomes: Outcomes,
    private readonly byHand: IssuingByHand,
    private readonly certificates: Certificates,
  ) {}

  async tell(clock: DemoClock, { officers, courseId, holders }: Told): Promise<void> {
    const known = await this.queries.bySlug(REFRESHER.slug);
    if (!known?.versions.some(({ state }) => state === 'adopted'))
      await clock.at(clock.daysAgo(REFRESHER.adoptedDaysAgo, 10), () => this.adopt(clock, courseId, officers));
    const { id } = (await this.queries.bySlug(REFRESHER.slug))!;
    const days = refresherDays(dayInLondon(clock.today));
    for (const [nth, which] of HELD.entries())
      await this.issue(clock, { schemeId: id, personId: holders[nth]!, achievedOn: days[which], officers });
  }

  private async adopt(clock: DemoClock, courseId: string, [ruth, daniel]: Told['officers']): Promise<void> {
    if (!(await this.queries.bySlug(REFRESHER.slug))) await this.drafts.beginScheme(REFRESHER.name, ruth);
    const { id } = (await this.queries.bySlug(REFRESHER.slug))!;
    const rule = { need: await this.drafts.needOf(courseId) };
    await this.drafts.save(id, { ...TERMS, effectiveFrom: dayInLondon(clock.now()), rule });
    const simulation = await this.simulations.ask(id, ruth);
    while (await this.simulations.workOutNext());
    await this.adopting.propose(id, simulation, ruth);
    await this.adopting.adopt(id, simulation, daniel);
    await this.outcomes.settleDue();
  }

  private async issue(clock: DemoClock, { officers: [ruth, daniel], ...issued }: Issued): Promise<void> {
    const held = await this.certificates.byPerson(issued.personId);
    if (held.some(({ facts }) => facts.scheme === REFRESHER.name)) return;
    const ago = daysBetween(issued.achievedOn, dayInLondon(clock.today));
    const proposed = {
      ...issued,
      shown: 'The evening on personal safety in the council chamber, with its exercise',
      reason: 'It was taught in a room: there was no module of it yet.',
      by: ruth,
    };
    const proposal = await clock.at(clock.daysAgo(ago - 1, 10), () => this.byHand.propose(proposed));
    await clock.at(clock.daysAgo(ago - 2, 11), () => this.byHand.confirm(proposal, daniel));
  }
}

interface Issued {
  schemeId: string;
  personId: string;
  achievedOn: Day;
  officers: Told['officers'];
}

const TERMS: Omit<DraftTerms, 'effectiveFrom' | 'rule'> = {
  validityMonths: REFRESHER.validityMonths,
  renewalOpensMonths: 2,
  graceDays: REFRESHER.graceDays,
  forHolders: 'keep',
  topUpBy: null,
};
