import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, type Searchable, SearchEntries } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { ResourceRepository, type ResourceVersion } from './resource.repository';
import { TOPIC_NAMES } from './resource.words';

export const LIBRARY = 'library';

/**
 * Resources of the library as they are found by whoever is signed in: as they are now. What strangers find depends on the day,
 * too: what they read stays as it was before a poll (`LibraryReading.foundByStrangers`).
 */
@Injectable()
export class ResourceEntries {
  constructor(
    private readonly entries: SearchEntries,
    private readonly resources: ResourceRepository,
    private readonly clock: Clock,
  ) {}

  /** After whatever was said of a resource in this transaction. */
  async keep(tx: EntityManager, id: string): Promise<void> {
    const [newest] = await this.resources.versions(id, 1, tx);
    // It may have been in another language before.
    await this.entries.forget(tx, LIBRARY, id);
    if (newest && isShown(newest, this.today())) await this.entries.keep(tx, entryOf(newest));
  }

  /** What has an end is found until then, and no more from the next repair on. */
  async all(tx: EntityManager): Promise<Searchable[]> {
    const today = this.today();
    return (await this.resources.newest(tx)).filter((version) => isShown(version, today)).map(entryOf);
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}

const isShown = ({ state, endsOn }: ResourceVersion, today: Day): boolean =>
  state === 'published' && (endsOn === null || endsOn >= today);

const entryOf = (version: ResourceVersion): Searchable => ({
  ...saidBy(version),
  kind: LIBRARY,
  audiences: version.audience === 'officers' ? ['officer', 'administrator'] : ['signed-in'],
  path: `/library/${version.resourceId}`,
  newAt: version.recordedAt,
});

/** As strangers find what they are shown. */
export const strangersEntryOf = (version: ResourceVersion): Searchable => ({
  ...saidBy(version),
  kind: 'public-library',
  audiences: ['stranger'],
  path: `/candidates/library/${version.resourceId}`,
});

const saidBy = (version: ResourceVersion): Pick<Searchable, 'subject' | 'language' | 'title' | 'body'> => ({
  subject: version.resourceId,
  language: version.language,
  title: version.title,
  body: [version.about, version.body, version.transcript, TOPIC_NAMES[version.topic]].filter(Boolean).join(' '),
});
