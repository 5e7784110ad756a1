import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Format, Library, LibraryLists, LinkChecks, ResourceFiles } from '@induct/handbook';
import { PeopleService } from '@induct/people';
import { dayInLondon, daysLater, projectRoot } from '@induct/platform';
import { STAFF } from './stories/council';
import type { DemoClock } from './demo-clock';
import { demoPaper } from './demo-paper';
import { demoPage, demoWord } from './demo-word';
import { type DemoResource, LIBRARY } from './stories/library-resources';

const EVERYTHING = { q: '', kind: '', audience: '', state: '', wants: '' } as const;
/** Twelve seconds of slides, recorded in a browser for this. */
const FILM = join(projectRoot, 'apps/standalone/src/demo/voting.webm');
const CAPTIONS = `WEBVTT

00:00.000 --> 00:03.000
[No sound] Voting with your tablet

00:03.000 --> 00:06.000
One: open the meeting. Tap the item that is being decided.

00:06.000 --> 00:09.000
Two: tap your vote: for, against, or abstain.

00:09.000 --> 00:12.000
Three: wait for the tick. Until then you can change your vote.
`;
const USUAL_REVIEW_DAYS = 365;

/** The library of the demo council: put together by one officer, with what waits for a review and a link that is broken. */
@Injectable()
export class DemoLibrary {
  constructor(
    private readonly library: Library,
    private readonly lists: LibraryLists,
    private readonly kept: ResourceFiles,
    private readonly checks: LinkChecks,
    private readonly people: PeopleService,
  ) {}

  /** Those that are there already are left alone: an interrupted start goes on. */
  async tell(clock: DemoClock): Promise<void> {
    const { rows } = await this.lists.page(EVERYTHING, { limit: 2 * LIBRARY.length, offset: 0 });
    const by = (await this.people.findByEmail(STAFF[0]!.email))!.id;
    for (const resource of LIBRARY) {
      if (rows.some(({ title }) => title === resource.title)) continue;
      await clock.at(clock.daysAgo(resource.daysAgo, 10), () => this.put(resource, clock, by));
      if (resource.url && resource.failsSinceDays !== undefined) {
        const { url } = resource;
        for (const daysAgo of [resource.failsSinceDays, 1])
          await clock.at(clock.daysAgo(daysAgo, 6), () =>
            this.checks.record(url, { outcome: 'fails', why: 'status', status: 404 }),
          );
      }
    }
  }

  private async put(resource: DemoResource, clock: DemoClock, by: string): Promise<void> {
    const { kind, title, about, topic, owner, daysAgo, reviewInDays = USUAL_REVIEW_DAYS - daysAgo } = resource;
    const { audience = 'members', language = 'en', body = null, url = null, transcript = null } = resource;
    const rest = { isCaptioned: resource.isCaptioned ?? false, endsOn: null, atOnceBecause: null };
    const text = { kind, title, about, topic, owner, audience, language, body, url, transcript, ...rest };
    const reviewBy = daysLater(dayInLondon(clock.today), reviewInDays);
    const id = await this.library.add(text, { reviewBy, by });
    let seen = 1;
    for (const { name, data, isAccessible } of await filesOf(resource)) {
      const file = { ...(await this.kept.keep(Readable.from([data]), name)), isAccessible };
      await this.library.putFile(id, { seen, file, atOnceBecause: null, by });
      seen += 1;
    }
    if (resource.isDraft) return;
    await this.library.publish(id, { seen, by });
    const { withdrawnBecause: because } = resource;
    if (because) await this.library.withdraw(id, { seen: seen + 1, because, atOnce: false, by });
  }
}

async function filesOf({ kind, title, url, files, language = 'en' }: DemoResource) {
  const made: { name: string; data: Buffer; isAccessible: boolean }[] = [];
  for (const format of files?.formats ?? []) {
    const data = await fileOf(format, title, files!.paragraphs, language);
    made.push({ name: `${title}.${format}`, data, isAccessible: format !== 'pdf' });
  }
  if (kind === 'film' && !url) {
    made.push({ name: 'voting.webm', data: await readFile(FILM), isAccessible: false });
    made.push({ name: 'voting.vtt', data: Buffer.from(CAPTIONS), isAccessible: false });
  }
  return made;
}

async function fileOf(format: Format, title: string, paragraphs: readonly string[], language: string): Promise<Buffer> {
  if (format === 'html') return demoPage(title, paragraphs, language);
  if (format === 'docx') return await demoWord(title, paragraphs);
  return demoPaper(title.replaceAll('’', "'"));
}
