import { Injectable } from '@nestjs/common';
import { Drafts, EventMandates, SchemeQueries } from '@induct/accreditation';
import { OwnTopics, Programme } from '@induct/events';
import { Transactions } from '@induct/platform';
import type { DemoClock } from './demo-clock';
import { DemoSchemes } from './demo-schemes';
import { PATH } from './stories/programme-stories';

/** When the scheme was adopted. */
const ADOPTED_DAYS_AGO = 38;

/** Commissioning: a module, then three workshops of the programme, as a scheme that asks for them in their order. */
@Injectable()
export class DemoPath {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly schemes: DemoSchemes,
    private readonly drafts: Drafts,
    private readonly events: EventMandates,
    private readonly topics: OwnTopics,
    private readonly programme: Programme,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Once, when the year is planned.
   * @param officers one proposes, the other adopts
   * @returns the scheme
   */
  async tell(clock: DemoClock, { officers, courseId }: { officers: [string, string]; courseId: string }) {
    const known = await this.queries.bySlug(PATH.slug);
    if (known?.versions.some(({ state }) => state === 'adopted')) return known.id;
    return await clock.at(clock.daysAgo(ADOPTED_DAYS_AGO, 10), async () => {
      const steps = [{ need: await this.drafts.needOf(courseId) }];
      for (const slug of PATH.workshops) steps.push({ need: await this.needOf(slug, officers[0]) });
      const lasting = { validityMonths: null, renewalOpensMonths: null, graceDays: 0 };
      return await this.schemes.adopt(clock, PATH, { ...lasting, rule: { path: steps } }, officers);
    });
  }

  /** To have been at a workshop. */
  private async needOf(slug: string, by: string): Promise<string> {
    const { event } = await this.programme.event(slug);
    return this.transactions.run(async (tx) => {
      const met = await this.events.whatIsMet(tx, event, null);
      await this.topics.give(tx, event.id, met.slug, by);
      return met.id;
    });
  }
}
