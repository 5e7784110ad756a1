import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  FIRST_TEMPLATE,
  PreviewRepository,
  PrintedTemplates,
  READY_LINES,
  SchemeQueries,
  SHIPPED,
  type Template,
  TemplateApproving,
  TemplateDrafts,
  TemplateQueries,
  WelshNames,
} from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { Clock, type Day, FileStore, Transactions } from '@induct/platform';
import { PrintRows, Prints } from '@induct/printing';
import { DataSource } from 'typeorm';
import { STAFF } from './stories/council';
import type { DemoClock } from './demo-clock';

/** Days ago; one member takes planning after the first two. */
const NAMED = 22;
const APPROVED = 20;
const PROPOSED = 3;
const DRAFTED = 1;
/** For the few seconds until the worker has printed them. */
const EMPTY_PAGE = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Certificates of planning are in Welsh and English since some weeks, a template waits for the administrator, one is drafted. */
@Injectable()
export class DemoTemplates {
  private readonly prints: Prints;

  constructor(
    private readonly drafts: TemplateDrafts,
    private readonly approving: TemplateApproving,
    private readonly queries: TemplateQueries,
    private readonly previews: PreviewRepository,
    private readonly printed: PrintedTemplates,
    private readonly schemes: SchemeQueries,
    private readonly names: WelshNames,
    private readonly people: PeopleService,
    private readonly transactions: Transactions,
    files: FileStore,
    source: DataSource,
    clock: Clock,
  ) {
    this.prints = new Prints(new PrintRows(source), files, transactions, clock);
  }

  /** What planning is called in Welsh is entered, and its certificates are in both languages from then on. */
  async inTwoLanguages(clock: DemoClock): Promise<void> {
    const [ruth, , priya] = await this.desk();
    await clock.at(clock.daysAgo(NAMED, 14), () => this.nameInWelsh(ruth.id));
    if ((await this.queries.list(1, 0)).total > 0) return;
    const schemeId = await this.schemeOf('planning');
    await clock.at(clock.daysAgo(APPROVED, 11), async () => {
      const number = await this.proposed({ schemeId, template: bilingual, fromDay: null, by: ruth.id });
      const { revision } = await this.queries.find(number);
      await this.approving.approve(number, { revision, by: priya.id });
    });
  }

  async tell(clock: DemoClock): Promise<void> {
    if ((await this.queries.list(1, 0)).total > 1) return;
    const [ruth, daniel] = await this.desk();
    const core = await this.schemeOf('core-skills');
    await clock.at(clock.daysAgo(PROPOSED, 10), async () => {
      await this.proposed({ schemeId: core, template: notStatutory, fromDay: null, by: daniel.id });
    });
    await clock.at(clock.daysAgo(DRAFTED, 15), async () => {
      await this.drafted({ schemeId: null, template: plain, fromDay: null, by: ruth.id });
    });
    await this.printSoon(clock);
  }

  /** Two officers and the administrator. */
  private async desk() {
    const [ruth, daniel, priya] = await Promise.all(
      STAFF.slice(0, 3).map(({ email }) => this.people.findByEmail(email)),
    );
    if (!ruth || !daniel || !priya) throw new Error('The desk is missing from the demo council');
    return [ruth, daniel, priya] as const;
  }

  private async schemeOf(slug: string): Promise<string | null> {
    return (await this.schemes.bySlug(slug))?.id ?? null;
  }

  /** Of what nobody has a Welsh name for yet, the page says so. */
  private async nameInWelsh(by: string): Promise<void> {
    const { names } = await this.names.page({ onlyMissing: true }, 100, 0);
    const council = await this.names.council();
    const missing = [...names, ...(council.welsh === null ? [council] : [])];
    const changes = missing.flatMap(({ kind, id, english }) => {
      const welsh = IN_WELSH[english];
      return welsh === undefined ? [] : [{ kind, id, before: null, welsh }];
    });
    await this.names.save(changes, by);
  }

  private async proposed(wished: Drafted): Promise<number> {
    const number = await this.drafted(wished);
    const { revision } = await this.queries.find(number);
    await this.approving.propose(number, { revision, by: wished.by });
    return number;
  }

  private async drafted({ schemeId, by, ...draft }: Drafted): Promise<number> {
    const number = await this.drafts.begin({ schemeId, by });
    await this.drafts.save(number, { ...draft, by });
    for (const { id } of await this.prints.wanted(this.printed, 10)) {
      const held = await this.prints.take(this.printed, id, randomUUID());
      if (typeof held !== 'string') await this.prints.store(this.printed, held, EMPTY_PAGE);
    }
    return number;
  }

  /** Nothing prints before the worker starts: what they read then is wished for now. */
  private async printSoon(clock: DemoClock): Promise<void> {
    const { templates } = await this.queries.list(10, 0);
    for (const { number } of templates) {
      const { id } = await this.queries.find(number);
      await clock.at(clock.today, () => this.transactions.run((tx) => this.previews.wish(tx, id)));
    }
  }
}

interface Drafted {
  schemeId: string | null;
  template: Template;
  fromDay: Day | null;
  by: string;
}

const bilingual: Template = {
  layout: { ...FIRST_TEMPLATE.layout, languages: 'both', arms: 'centre' },
  words: SHIPPED,
};
const notStatutory: Template = {
  layout: bilingual.layout,
  words: {
    en: { ...SHIPPED.en, lines: [READY_LINES[0]!.en] },
    cy: { ...SHIPPED.cy, lines: [READY_LINES[0]!.cy] },
  },
};
const plain: Template = {
  layout: { ...FIRST_TEMPLATE.layout, frame: 'plain', seal: false },
  words: { ...SHIPPED, en: { ...SHIPPED.en, office: 'Democratic Services of {council}', shown: 'What was asked for' } },
};

/** By the English name. */
const IN_WELSH: Readonly<Record<string, string>> = {
  'Northmoor County Council': 'Cyngor Sir Northmoor',
  'Core skills': 'Sgiliau craidd',
  Planning: 'Cynllunio',
  'Serving on the planning committee': 'Gwasanaethu ar y pwyllgor cynllunio',
  'The code of conduct': 'Y cod ymddygiad',
  'Equality and diversity': 'Cydraddoldeb ac amrywiaeth',
};
