import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { handbook, HandbookModule, Library, LibraryLists, type ResourceText } from '@induct/handbook';
import { HearingModule, PlatformModule } from '@induct/platform';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aPerson } from './given-person';

/** A resource that lacks nothing. */
export const RESOURCE: ResourceText = {
  kind: 'how_to',
  audience: 'members',
  topic: 'ict',
  title: 'Set up your tablet',
  about: '100% of it',
  body: 'Turn it on',
  language: 'en',
  url: null,
  transcript: null,
  isCaptioned: false,
  owner: 'ICT service desk',
  endsOn: null,
  atOnceBecause: null,
};
/** The day by which resources are reviewed unless a test says otherwise. */
export const REVIEW = '2025-06-01';
/** The desk's list without a filter, and the first page of a list. */
export const DESK_ALL = { q: '', kind: '', audience: '', state: '', wants: '' } as const;
export const FIRST = { limit: 10, offset: 0 };

/** The library on a database of its own, and an officer who writes in it. */
export class GivenLibrary {
  readonly library: Library;
  readonly lists: LibraryLists;

  private constructor(
    readonly database: TestDatabase,
    readonly parts: TestingModule,
    readonly clock: FixedClock,
    readonly by: string,
  ) {
    this.library = parts.get(Library);
    this.lists = parts.get(LibraryLists);
  }

  static async open(): Promise<GivenLibrary> {
    const database = await cloneDatabase();
    const clock = new FixedClock();
    const parts = await Test.createTestingModule({
      imports: [
        PlatformModule.with(testConfig(database.url), database.source, { clock }),
        HearingModule.of([handbook]),
        HandbookModule,
      ],
    }).compile();
    await parts.init();
    return new GivenLibrary(database, parts, clock, await aPerson(database.source, { roles: ['officer'] }));
  }

  async close(): Promise<void> {
    await this.parts.close();
    await this.database.drop();
  }

  /** A draft under a title of its own. */
  add(text: Partial<ResourceText> = {}, reviewBy = REVIEW): Promise<string> {
    return this.library.add({ ...RESOURCE, title: `One ${randomUUID()}`, ...text }, { reviewBy, by: this.by });
  }

  async published(text: Partial<ResourceText> = {}, reviewBy = REVIEW): Promise<string> {
    const id = await this.add(text, reviewBy);
    await this.library.publish(id, { seen: 1, by: this.by });
    return id;
  }
}
