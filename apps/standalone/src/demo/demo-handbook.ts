import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Editions, type GeneralText, HandbookTexts } from '@induct/handbook';
import { PeopleService } from '@induct/people';
import { dayInLondon, daysLater, projectRoot } from '@induct/platform';
import { STAFF } from './stories/council';
import type { DemoClock } from './demo-clock';
import { handbookChapters, type WrittenPage } from './stories/handbook-chapters';

const WRITTEN = join(projectRoot, 'content/handbook/northmoor.md');
/** The first chapters of it, with the same sections: a translation that no translator has read, and which says so. */
const WRITTEN_CY = join(projectRoot, 'content/handbook/northmoor.cy.md');
/** In days before the start. */
const [WRITTEN_AGO, TOLD_AGO, OUT_AGO, CHANGED_AGO, CORRECTED_AGO, DRAFTED_AGO] = [120, 110, 100, 16, 12, 5];
/** In days from the start: what the draft is called after. */
const NEXT_IN = 80;
/** The edition that is out comes after those that were printed before. */
const [OUT, NEXT] = [6, 7];
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/London' });
const STEP = 10;

/** What districts are told of their area teams. */
const TEAMS: Record<string, string> = {
  Castleholt:
    'Ring the Castleholt area team on [01632 960 211](tel:+441632960211), Monday to Friday, 9am to 4pm. It meets members every first Tuesday at 2pm in the library in Mill Lane.',
  Longstrand:
    'Ring the Longstrand area team on [01632 960 214](tel:+441632960214). Potholes, lights and signs: report them online first, and give the team the number when nothing happens in ten working days.',
  Moorbridge:
    'Ring the Moorbridge area team on [01632 960 219](tel:+441632960219), Monday to Thursday. It sits in the Town Hall, second floor.\n\n- Roads: Jo Marsden\n- Schools and transport: Anil Rao\n- Parishes: Beth Holloway',
};
const TEAMS_CY: Record<string, string> = {
  Castleholt:
    'Ffoniwch dîm ardal Castleholt ar [01632 960 211](tel:+441632960211), ddydd Llun i ddydd Gwener, 9am i 4pm. Mae’n cyfarfod ag aelodau bob dydd Mawrth cyntaf y mis am 2pm yn y llyfrgell yn Mill Lane.',
};
const SECTION = 'your-district';
const MOVED =
  'Ring the Moorbridge area team on [01632 960 219](tel:+441632960219), Monday to Friday. It has moved to the Old Station, ground floor, with step-free access from Bridge Street.\n\n- Roads: Priya Nair\n- Schools and transport: Anil Rao\n- Parishes: Beth Holloway';

/** The Members Handbook: an edition that is out, one in draft, and what one district has been told since. */
@Injectable()
export class DemoHandbook {
  constructor(
    private readonly texts: HandbookTexts,
    private readonly editions: Editions,
    private readonly people: PeopleService,
  ) {}

  /** Once. */
  async tell(clock: DemoClock): Promise<void> {
    if ((await this.texts.everyNewest()).length > 0) return;
    const [writes, second] = await Promise.all(STAFF.slice(0, 2).map(({ email }) => this.idOf(email)));
    await clock.at(clock.daysAgo(WRITTEN_AGO, 10), () => this.write(clock, writes!));
    for (const [district, body] of Object.entries(TEAMS))
      await clock.at(clock.daysAgo(TOLD_AGO, 11), () =>
        this.texts.tell(SECTION, district, { body, bodyCy: TEAMS_CY[district] ?? null }, { seen: 0, by: second! }),
      );
    await clock.at(clock.daysAgo(OUT_AGO, 8), async () => {
      const publishAt = clock.daysAgo(OUT_AGO, 9);
      const title = month.format(publishAt);
      await this.editions.draft({ number: OUT, title }, writes!);
      await this.editions.plan(OUT, { title, publishAt }, writes!);
    });
    await clock.at(clock.daysAgo(OUT_AGO, 9), () => this.editions.publishDue());
    await this.since(clock, writes!, second!);
  }

  private async since(clock: DemoClock, writes: string, second: string): Promise<void> {
    await clock.at(clock.daysAgo(CHANGED_AGO, 14), () =>
      this.texts.tell(SECTION, 'Moorbridge', { body: MOVED, bodyCy: null }, { seen: 1, by: second }),
    );
    await clock.at(clock.daysAgo(CORRECTED_AGO, 15), () =>
      this.change(
        'travel-meals-and-care',
        'Claim each month, and keep receipts.',
        'Claim within two months, and keep receipts.',
        true,
        writes,
      ),
    );
    await clock.at(clock.daysAgo(DRAFTED_AGO, 9), async () => {
      await this.editions.draft({ number: NEXT, title: month.format(clock.daysAgo(-NEXT_IN, 9)) }, writes);
      await this.change('surgeries-and-visits', 'in reach.', 'in reach and charged.', false, second);
      const text = { title: 'A visitor’s parking space at County Hall', ...NONE, position: STEP * 4 };
      await this.texts.add('section', 'meetings-and-papers', { ...text, body: PARKING, isAtOnce: false }, second);
    });
  }

  private async write(clock: DemoClock, by: string): Promise<void> {
    const ends = (days: number) => daysLater(dayInLondon(clock.today), days);
    const said = ({ title, body }: WrittenPage, at: number, welsh?: WrittenPage): GeneralText => ({
      title,
      body,
      ...NONE,
      ...(welsh && { titleCy: welsh.title, bodyCy: welsh.body }),
      isAtOnce: false,
      position: (at + 1) * STEP,
    });
    const inWelsh = handbookChapters(readFileSync(WRITTEN_CY, 'utf8'));
    for (const [at, chapter] of handbookChapters(readFileSync(WRITTEN, 'utf8')).entries()) {
      const above = await this.texts.add('chapter', null, said(chapter, at, inWelsh[at]), by);
      for (const [nth, section] of chapter.sections.entries()) {
        const slug = await this.texts.add('section', above, said(section, nth, inWelsh[at]?.sections[nth]), by);
        for (const [which, question] of section.questions.entries()) {
          const asked = { ...said(question, which), until: ends(question.days) };
          await this.texts.add('question', slug, asked, by);
        }
      }
    }
  }

  /** Other words in the newest text of a section. */
  private async change(slug: string, from: string, to: string, isAtOnce: boolean, by: string): Promise<void> {
    const { versions } = await this.texts.history(slug, null, { limit: 1, offset: 0 });
    const { title, titleCy, body, bodyCy, position, until, number } = versions[0]!;
    const changed = { title: title!, titleCy, body: body.replace(from, to), bodyCy, position: position!, until };
    await this.texts.change(slug, { ...changed, isAtOnce }, { seen: number, by });
  }

  private async idOf(email: string): Promise<string> {
    return (await this.people.findByEmail(email))!.id;
  }
}

const NONE = { titleCy: null, bodyCy: null, until: null };
const PARKING =
  'Ask Democratic Services two days before: they keep a space for whoever you bring, and one near the door for whoever cannot walk far.';
