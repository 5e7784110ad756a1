import { Inject, Injectable } from '@nestjs/common';
import type { ShownTaster } from '@induct/course';
import { PublishedProgrammes } from '@induct/events';
import { CandidatesAreas, LibraryReading } from '@induct/handbook';
import { CouncilContacts } from '@induct/people';
import { Council, plainText, type Searchable, SearchEntries, Statements, Transactions } from '@induct/platform';
import { SITE_PLAN, type SitePlan } from '../../frame/site-plan';
import { publicHref } from '../../words/programme-versions';
import { statementHtml } from '../../words/statement-html';
import { stepView } from '../candidates/candidates.view';
import { ShownTasters } from '../tasters/shown-tasters';
import { tasterView } from '../tasters/tasters.view';
import { type SaidOnPages, siteEntries } from './site-entries';

const KINDS = ['page', 'public-library', 'taster', 'programme'] as const;

/**
 * The site's own pages, and what people without an account find: what the pages show them that day. Before a poll that is what
 * was said before it (docs/decisions/1311), so no act alone decides it, and all of it is written anew again and again.
 */
@Injectable()
export class FoundByAnybody {
  constructor(
    @Inject(SITE_PLAN) private readonly plan: SitePlan,
    private readonly library: LibraryReading,
    private readonly areas: CandidatesAreas,
    private readonly tasters: ShownTasters,
    private readonly programmes: PublishedProgrammes,
    private readonly statements: Statements,
    private readonly council: Council,
    private readonly contacts: CouncilContacts,
    private readonly entries: SearchEntries,
    private readonly transactions: Transactions,
  ) {}

  /** Nothing is written where all is right. */
  async keep(): Promise<void> {
    const area = await this.areas.today();
    const [resources, tasters, programmes, statements] = await Promise.all([
      this.library.foundByStrangers(),
      this.tasters.all(area.freeze),
      this.published(),
      this.said(),
    ]);
    const steps = area.steps.map(stepView).map(({ title, about }) => `${title}. ${about}`);
    const said: SaidOnPages = { ...statements, '/candidates': steps.join(' ') };
    const pages = siteEntries(this.plan, this.council.current.name, said);
    await this.transactions.run((tx) =>
      this.entries.replace(tx, KINDS, [...pages, ...resources, ...tasters.map(tasterEntry), ...programmes]),
    );
  }

  private async published(): Promise<Searchable[]> {
    const all = await this.programmes.all();
    return await Promise.all(
      all.map(async ({ slug, title, publishedAt }) => {
        const version = await this.programmes.of(slug);
        const sessions = version ? (await this.programmes.factsOf(version.id)).sessions : [];
        const words = new Set(sessions.flatMap((session) => [session.title, session.about]));
        return {
          kind: 'programme',
          subject: slug,
          language: 'en' as const,
          audiences: ['public' as const],
          title,
          body: [...words].filter(Boolean).join(' '),
          path: publicHref(slug),
          ...(publishedAt && { newAt: publishedAt }),
        };
      }),
    );
  }

  /** What the council says of itself, by page. */
  private async said(): Promise<SaidOnPages> {
    const [statements, contact] = await Promise.all([this.statements.all(), this.contacts.now()]);
    const own = this.council.current;
    return Object.fromEntries(
      statements.map(({ kind, text, changedAt }) => [
        `/${kind}`,
        plainText(statementHtml(text, { own, contact, changedAt })),
      ]),
    );
  }
}

const tasterEntry = (taster: ShownTaster): Searchable => ({
  kind: 'taster',
  subject: taster.courseId,
  language: 'en',
  audiences: ['stranger'],
  title: taster.title,
  body: taster.summary,
  path: tasterView(taster).href,
});
